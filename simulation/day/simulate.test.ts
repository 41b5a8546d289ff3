import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../cli/project.ts';
import { compileFlows } from '../../flows/compile.ts';
import { loadSteps } from '../../flows/steps.ts';
import type { DayModel } from './model/day-model.ts';
import { DAY } from './model/time.ts';
import type { Hospital } from './play/hospital.ts';
import { playDay } from './play/play-day.ts';
import { prepareSimulation } from './prepare.ts';
import { differences, simulate } from './simulate.ts';

let model: DayModel;
beforeAll(async () => {
  const flows = await compileFlows({ root: ROOT, steps: await loadSteps(ROOT) });
  model = prepareSimulation('sas-vardag', [], flows).model;
});

const slower = (factor: number, task = 'triage'): DayModel => ({
  ...model,
  work: Object.fromEntries(
    Object.entries(model.work).map(([key, byUnit]) => [
      key,
      key !== task
        ? byUnit
        : Object.fromEntries(
            Object.entries(byUnit).map(([unit, byRole]) => [
              unit,
              Object.fromEntries(
                Object.entries(byRole).map(([role, time]) => [
                  role,
                  { ...time, factor: time.factor * factor },
                ]),
              ),
            ]),
          ),
    ]),
  ),
});

const empty = (): DayModel => ({
  ...model,
  streams: model.streams.map((stream) => ({ ...stream, count: 0 })),
  census: [],
});

/** Mean present, and arrivals per tick times the mean time inside, both within the day: Little's law, exact. */
function littlesLaw({ seen }: Hospital): { present: number; throughput: number } {
  const inside = seen.visits.reduce((sum, { arrivedAt, leftAt }) => sum + (leftAt ?? DAY) - arrivedAt, 0);
  return { present: seen.present.mean(DAY), throughput: inside / DAY };
}

const unaccountedFor = ({ seen }: Hospital): number =>
  seen.visits.length - seen.visits.filter(({ outcome }) => outcome !== undefined).length - seen.present.level;

describe('a day is sane', () => {
  it('keeps every patient: arrived and there before are gone home, admitted or present', () => {
    for (let seed = 0; seed < 10; seed++) expect(unaccountedFor(playDay(model, seed))).toBe(0);
  });

  it('would notice a patient who is lost', () => {
    const hospital = playDay(model, 1);
    hospital.seen.visits.pop();
    expect(unaccountedFor(hospital)).not.toBe(0);
  });

  it("obeys Little's law at the emergency department", () => {
    for (let seed = 0; seed < 10; seed++) {
      const { present, throughput } = littlesLaw(playDay(model, seed));
      expect(present).toBeCloseTo(throughput, 9);
    }
  });

  it("would notice a visit whose time is wrong, by Little's law", () => {
    const hospital = playDay(model, 1);
    for (const visit of hospital.seen.visits.slice(0, 1)) visit.leftAt = DAY;
    const { present, throughput } = littlesLaw(hospital);
    expect(Math.abs(present - throughput)).toBeGreaterThan(1e-3);
  });

  it('lets nobody wait when nobody comes', () => {
    const hospital = playDay(empty(), 1);
    expect(hospital.seen.visits).toEqual([]);
    for (const { statistics } of hospital.staff.values()) {
      expect([statistics.waits.count, statistics.queue.mean(DAY), statistics.busy.mean(DAY)]).toEqual([
        0, 0, 0,
      ]);
    }
  });

  it('never has more patients in bed than there are beds', () => {
    const { beds } = playDay(model, 3);
    for (const resource of beds.values()) {
      expect(resource.statistics.busy.max).toBeLessThanOrEqual(resource.capacity);
    }
  });

  it('starts with nobody missing: beds taken and people waiting at the census', () => {
    const { beds, seen } = playDay(model, 1);
    expect(beds.get('sas-medicin-3')?.statistics.busy.means(DAY)[0]).toBeGreaterThan(20);
    expect(seen.visits.filter(({ fromCensus }) => fromCensus)).toHaveLength(9);
  });

  it('is the same for the same seed and another for another', () => {
    const once = simulate(model, { replications: 3, seed: 5 });
    expect(simulate(model, { replications: 3, seed: 5 }).replications).toEqual(once.replications);
    expect(simulate(model, { replications: 3, seed: 6 }).replications).not.toEqual(once.replications);
  });
});

describe('variants on common random numbers', () => {
  it('find that triage which takes twice as long makes people wait longer', () => {
    const options = { replications: 20, seed: 1 };
    const told = differences(simulate(model, options), simulate(slower(2), options));
    const wait = told.find(({ measure }) => measure.id === 'wait/to-triage/all');
    expect(wait?.isReal).toBe(true);
    expect(wait?.difference.mean).toBeGreaterThan(0.5);
    expect(told.find(({ measure }) => measure.id === 'utilisation/vc-ekbacken/physician/day')).toMatchObject({
      isReal: false,
      difference: { mean: expect.closeTo(0, 12), halfWidth: expect.closeTo(0, 12) },
    });
  });

  it('call nothing real where nothing differs', () => {
    const options = { replications: 5, seed: 1 };
    const told = differences(simulate(model, options), simulate(slower(1), options));
    expect(told.filter(({ isReal }) => isReal)).toEqual([]);
  });

  it('seldom call luck a difference: the same day with other seeds', () => {
    const first = simulate(model, { replications: 20, seed: 1 });
    const second = simulate(model, { replications: 20, seed: 2 });
    expect(differences(first, second).filter(({ isReal }) => isReal).length).toBeLessThanOrEqual(1);
  });

  it('move no draw of what is not changed', () => {
    const without = {
      ...model,
      streams: model.streams.filter(({ key }) => key !== 'hembesok'),
      census: model.census.filter(({ stream }) => stream !== 'hembesok'),
    };
    const visits = (hospital: Hospital) =>
      hospital.seen.visits.map(({ colour, arrivedAt }) => [colour, arrivedAt]);
    expect(visits(playDay(without, 4))).toEqual(visits(playDay(model, 4)));
  });
});

it('enters after a downtime what was written on paper', () => {
  const downtime = {
    from: 3 * 3_600,
    to: 7 * 3_600,
    paper: 1,
    backEntry: { kind: 'constant', value: 2 },
  } as const;
  const entered = playDay({ ...model, downtime }, 1).seen.backEntries;
  expect(entered).toBeGreaterThan(300);
  expect(playDay(model, 1).seen.backEntries).toBe(0);
});
