import { beforeAll, describe, expect, it } from 'vitest';
import type { CareDay } from '../../domain/care-day.ts';
import type { CareFlow } from '../../domain/care-flow.ts';
import { HOUR } from '../../domain/time.ts';
import { compileFlows } from '../../flows/compile.ts';
import { loadSteps } from '../../flows/steps.ts';
import { loadDay } from '../../scenarios/load-day.ts';
import { planDay } from '../../scenarios/plan-day.ts';
import { type LoadProfile, readLoadProfile } from '../profile.ts';
import { patientNamed } from '../testing/small-plan.ts';
import { compileLoadPlan } from './compile-load-plan.ts';
import { entryOf, lineOf } from './entry-line.ts';
import { withLeftOut } from './left-out.ts';
import type { FlowEntry } from './load-plan.ts';

let day: CareDay;
let flows: CareFlow[];
beforeAll(async () => {
  const root = process.cwd();
  day = loadDay('sas-vardag');
  flows = await compileFlows({ root, steps: await loadSteps(root) });
});

const planned = (change: Partial<LoadProfile> = {}, name = 'peak-hour') =>
  compileLoadPlan({
    day,
    flows,
    seed: 1,
    version: '0.1.0',
    profile: { ...readLoadProfile(name), ...change },
    segments: 1,
    drawPatient: patientNamed,
  });

const flowsOf = (plan: ReturnType<typeof planned>): FlowEntry[] =>
  plan.entries.filter((entry) => entry.type === 'flow');

describe('a day as load', () => {
  it('has the day’s own arrivals, at the day’s own times, when nothing is multiplied', () => {
    const hours = { from: 9, to: 12 };
    const robots = planDay({ day, flows, seed: 1, version: '0.1.0', uiShare: 0, drawPatient: patientNamed });
    const own = robots.flows.filter(({ at }) => at >= 9 * HOUR && at < 12 * HOUR);
    const plan = planned({ hours, multiply: 1, in: 180_000 });
    expect(flowsOf(plan).map(({ dayTime }) => dayTime)).toEqual(own.map(({ at }) => at));
    expect(flowsOf(plan).map(({ at }) => at)).toEqual(own.map(({ at }) => Math.round((at - 9 * HOUR) / 60)));
    expect(plan.facts.speed).toBeCloseTo(60);
  });

  it('is the same for the same seed, and multiplied as asked', () => {
    expect(planned().facts.planHash).toBe(planned().facts.planHash);
    const [once, thrice] = [planned({ multiply: 1 }), planned({ multiply: 3 })];
    expect(thrice.facts.planned / once.facts.planned).toBeCloseTo(3, 1);
  });

  it('tells its arrivals slice by slice, none lost', () => {
    const { facts } = planned();
    expect(facts.plannedPerSlice.reduce((sum, count) => sum + count, 0)).toBe(facts.planned);
  });

  it('draws working times around the planned ones', () => {
    const plan = planned();
    const shares = flowsOf(plan).flatMap(({ flow, thinkTimes }) =>
      thinkTimes.flatMap((time, step) => {
        const { workingTime = 0, activity } = plan.flows[flow]?.steps[step] ?? {};
        return activity?.type === 'task' && workingTime > 0 ? [time / workingTime] : [];
      }),
    );
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.69);
    expect(Math.max(...shares)).toBeLessThanOrEqual(1.31);
    expect(new Set(shares).size).toBeGreaterThan(100);
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeCloseTo(1, 1);
  });

  it('survives its file', () => {
    const { entries } = planned({}, 'shift-change');
    expect(entries.map((entry) => entryOf(lineOf(entry)))).toEqual(entries);
  });
});

describe('a shift change', () => {
  it('has everybody of each role at each unit sign in before it', () => {
    const { entries, facts } = planned({}, 'shift-change');
    const signIns = entries.filter((entry) => entry.type === 'sign-in');
    expect(signIns).toHaveLength(facts.signIns);
    const nurses = signIns.filter(({ role, unit }) => role === 'nurse' && unit === 'sas-akuten');
    expect(nurses.map(({ desk }) => desk).toSorted((a, b) => a - b)).toEqual([...Array(20).keys()]);
    const at = nurses.map((entry) => 6.25 + (entry.at / facts.duration) * 1.25);
    expect(Math.min(...at)).toBeGreaterThanOrEqual(6.5);
    expect(Math.max(...at)).toBeLessThanOrEqual(7);
  });

  it('has nobody sign in when the hours pass none', () => expect(planned().facts.signIns).toBe(0));
});

describe('profiles', () => {
  it('step-up plays the hours once for each factor, with people of their own', () => {
    const plan = planned({}, 'step-up');
    expect(plan.facts.phases.map(({ factor }) => factor)).toEqual([1, 2, 4, 6, 8, 12, 16]);
    const counts = plan.facts.phases.map(
      ({ from, to }) => flowsOf(plan).filter(({ at }) => at >= from && at < to).length,
    );
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    const keys = flowsOf(plan).map(({ patient }) => patient.key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('after-downtime enters what happened meanwhile beside what goes on, and begins at the return', () => {
    const plan = planned({}, 'after-downtime');
    const late = flowsOf(plan).filter(({ dayTime }) => dayTime < 8 * HOUR);
    expect(late.length).toBeGreaterThan(20);
    expect(Math.max(...late.map(({ at }) => at))).toBeLessThanOrEqual(plan.facts.duration);
    expect(flowsOf(plan).some(({ dayTime }) => dayTime >= 8 * HOUR)).toBe(true);
  });

  it('soak plays the hours sixteen times', () =>
    expect(planned({}, 'soak').facts).toMatchObject({ phases: { length: 16 }, duration: 16 * 1_800_000 }));
});

describe('what is refused or left out', () => {
  it('hours in which nobody comes', () => {
    const quiet = { ...day, mix: day.mix.filter(({ arrivals }) => arrivals === 'vardcentralen') };
    const request = { day: quiet, flows, seed: 1, version: '0.1.0', segments: 1, drawPatient: patientNamed };
    const profile = { ...readLoadProfile('peak-hour'), hours: { from: 1, to: 3 } };
    expect(() => compileLoadPlan({ ...request, profile })).toThrow(
      /Ingen av dagens patienter kommer mellan 01\.00 och 03\.00/,
    );
  });

  it('a profile that needs more virtual users than it allows', () =>
    expect(() => planned({ mostInFlight: 10 })).toThrow(/behöver \d+ samtidiga flöden .* tillåter 10/));

  it('steps that only a browser can do are listed with the reason', () => {
    const reason = 'Systemet säger inte att det tilldelar en vårdplats.';
    const { facts } = withLeftOut(planned(), (kind) =>
      kind === 'bed-on-ward-list' ? { supported: false, reason } : { supported: true },
    );
    expect(facts.leftOut.length).toBeGreaterThan(0);
    for (const left of facts.leftOut) expect(left).toMatchObject({ steps: 1, reason });
  });
});
