import { describe, expect, it } from 'vitest';
import type { Approval, ApprovalRules, ApprovalSubject } from '../../domain/approval.ts';
import type { Decision } from '../../domain/decision.ts';
import type { Gate, Stage, StageGate } from '../../domain/stage.ts';
import { subjectsOf } from '../../scenarios/approval/subjects.ts';
import { hashOfGate } from '../../scenarios/gate-hash.ts';
import { approvalRegister } from '../approvals/standing.ts';
import { type ReadinessOptions, readinessOf } from '../readiness.ts';
import { FLOWS } from '../testing/flows.ts';
import { STAGE } from '../testing/stage.ts';
import { runOf } from '../testing/synthetic.ts';
import type { TrainingPart, TrainingResult } from '../training/measure-training.ts';

const named = (gate: Gate, id = 'G'): StageGate => ({
  ...{ id, sv: 'Prov.', en: 'Test.', source: 'assumption' },
  gate,
});
const stageWith = (...gates: StageGate[]): Stage => ({
  ...STAGE,
  gates,
  hash: `hash ${JSON.stringify(gates)}`,
});

/** What one gate says of a run, weighed for the stage with what people have approved and passed. */
function judged(gate: Gate, more: Partial<ReadinessOptions> = {}) {
  const { gates } = readinessOf([runOf({ stage: stageWith(named(gate)) })], { scope: 'stage', ...more });
  return gates.find(({ id }) => id === 'G');
}

describe('clinical approval', () => {
  const gate: Gate = { kind: 'clinically-approved', of: ['flow', 'requirement'], classes: [1] };
  const rules: ApprovalRules = {
    validMonths: 12,
    source: 'assumption',
    roles: [
      {
        ...{ id: 'lakare', sv: 'Läkare', en: 'Physician', source: 'assumption' },
        ...{ approves: ['flow', 'requirement'], classes: [1, 2, 3] },
      },
    ],
  };
  const subjects = subjectsOf({ flows: FLOWS, requirements: STAGE.requirements, hazards: [] });
  const approval = (subject: ApprovalSubject, verdict: 'pass' | 'fail' = 'pass'): Approval => ({
    ...{ kind: 'approval', verdict, role: 'lakare', stage: STAGE.name, stageHash: STAGE.hash },
    ...{ subject: { kind: subject.kind, id: subject.id }, content: subject.content },
    ...{ contentHash: subject.hash, by: 'Doktorn', at: '2026-11-01T08:00:00.000Z', reason: 'Läst' },
    signature: { publicKey: 'k', signature: 's' },
  });
  const all = subjects.map((subject) => approval(subject));
  const gravest = subjects.find(({ kind, safetyClass }) => kind === 'flow' && safetyClass === 1);
  const mild = subjects.find(({ safetyClass }) => safetyClass === 3);
  const without = (one: ApprovalSubject | undefined) => all.filter(({ subject }) => subject.id !== one?.id);
  const of = (decisions: readonly Approval[], now = '2026-11-30', written = subjects) =>
    judged(gate, { approvals: approvalRegister(written, decisions, rules, Date.parse(now)) });

  it.each([
    ['everything', all, 'pass'],
    ['all but what is of class 3', without(mild), 'pass'],
    ['nothing', [], 'not-covered'],
    ['all but a flow of class 1', without(gravest), 'not-covered'],
    [
      'a flow of class 1 and then not',
      [...all, ...(gravest === undefined ? [] : [approval(gravest, 'fail')])],
      'fail',
    ],
  ] as const)('of %s', (_what, decisions, verdict) => {
    expect(of(decisions)?.verdict).toBe(verdict);
    expect(of(decisions)?.reasons.length === 0).toBe(verdict === 'pass');
  });

  it('has ended when it is too old', () => {
    expect(of(all, '2027-11-02')).toMatchObject({ verdict: 'fail' });
  });

  it('has ended when the flow was changed, and tells how', () => {
    const changed = FLOWS.map((flow) => ({
      ...flow,
      steps: flow.steps.map((step, index) => (index === 0 ? { ...step, text: 'Någon gör annat' } : step)),
    }));
    const written = subjectsOf({ flows: changed, requirements: STAGE.requirements, hazards: [] });
    const found = of(all, '2026-11-30', written);
    expect(found?.verdict).toBe('fail');
    expect(found?.reasons[0]?.text.sv).toMatch(/ändrat efter godkännandet.*lyder nu ”Någon gör annat”/);
  });

  it('is of what is written, and a run of it as it read before is told', () => {
    const changed = FLOWS.map((flow) => ({ ...flow, name: `${flow.name} nu` }));
    const written = subjectsOf({ flows: changed, requirements: STAGE.requirements, hazards: [] });
    const found = of(
      written.map((subject) => approval(subject)),
      '2026-11-30',
      written,
    );
    expect(found?.verdict).toBe('fail');
    expect(found?.reasons[0]?.text.sv).toContain('spela det igen');
  });

  it('is not covered where nobody read the approvals, and open for a run by itself', () => {
    expect(judged(gate)).toMatchObject({
      verdict: 'not-covered',
      closedBy: { command: expect.stringContaining('genrep approve') },
    });
    const day = readinessOf([
      runOf({ stage: stageWith(named(gate), named({ kind: 'flows-passed', atLeast: 0.5 }, 'H')) }),
    ]);
    expect(day.elsewhere.map(({ id }) => id)).toEqual(['G']);
  });
});

describe('trained staff', () => {
  const gate: Gate = { kind: 'staff-trained', atLeast: 0.75, eachAtLeast: 0.5 };
  const part = (working: number, trained: number, change: Partial<TrainingPart> = {}): TrainingPart => ({
    ...{
      unit: 'u',
      unitName: 'Akuten',
      role: 'nurse',
      need: { perDay: 2, people: 4 },
      working,
      trained,
      courses: [],
    },
    ...change,
  });
  const of = (...parts: TrainingPart[]) => {
    const sum = (key: 'working' | 'trained') => parts.reduce((total, one) => total + one[key], 0);
    const training: TrainingResult = {
      ...{ asOf: '2026-11-30', basis: 'roster', parts, elsewhere: 0, otherCourses: [], lacking: [] },
      plan: { stage: STAGE.name, goLive: '2027-01-01', weeks: 4, day: 'd', courses: [] },
      all: { working: sum('working'), trained: sum('trained') },
      rows: { all: 100, passed: 100 },
    };
    return judged(gate, { training });
  };

  it.each([
    ['enough, of all and of each', [part(4, 3), part(4, 4)], 'pass'],
    ['too few of all, though every row is green', [part(4, 2)], 'fail'],
    ['too few of one role', [part(10, 10), part(4, 1)], 'fail'],
    ['nobody on the roster of a unit', [part(10, 10), part(0, 0)], 'not-covered'],
    ['fewer on the roster than work the same day', [part(10, 10), part(1, 1)], 'fail'],
    ['nobody at all', [], 'not-covered'],
  ] as const)('%s', (_what, parts, verdict) => {
    const found = of(...parts);
    expect(found?.verdict).toBe(verdict);
    expect(found?.reasons.length === 0).toBe(verdict === 'pass');
  });

  it('tells once of all who lack the same, the worst first', () => {
    const parts = Array.from({ length: 7 }, (_, index) =>
      part(10, index === 3 ? 0 : 4, { unitName: `E${index}` }),
    );
    const texts = of(part(100, 100), ...parts)?.reasons.map(({ text }) => text.sv) ?? [];
    expect(texts.at(-1)).toMatch(
      /^För få utbildade och godkända: Sjuksköterska, E3 0 av 10; .* och 2 till\.$/,
    );
  });

  it('is not covered without records, whatever somebody states', () => {
    const stated = stageWith(named(gate));
    const said: Decision = {
      ...{ stage: stated.name, gate: 'G', kind: 'statement', verdict: 'pass', by: 'Anna', reason: '89 %' },
      ...{ at: '2026-11-20T08:00:00Z', stageHash: stated.hash, gateHash: hashOfGate(stated, named(gate)) },
      attachment: { file: 'lista.pdf', sha256: 'ab' },
      signature: { publicKey: 'k', signature: 's' },
    };
    expect(judged(gate, { decisions: [said] })?.verdict).toBe('not-covered');
  });
});
