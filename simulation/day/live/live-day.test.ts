import { beforeEach, describe, expect, it } from 'vitest';
import type { DayPlan } from '../../../domain/care-day.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import { HOUR, MINUTE, SECOND } from '../../../domain/time.ts';
import { Clockwork } from '../../kernel/testing/clockwork.ts';
import type { DayModel, FlowStep } from '../model/day-model.ts';
import { DAY } from '../model/time.ts';
import type { FlowPlayer } from './flow-player.ts';
import { LiveDay, type LiveDayOptions } from './live-day.ts';
import { lagOf } from './measurements.ts';
import { type PlannedVisit, playRehearsal, type Rehearsal } from './rehearsal.ts';

/** A real second is a minute of the day. */
const SPEED = 60;
const SEVEN = 7 * HOUR;

const minutes = (value: number) => ({ kind: 'constant', value }) as const;
const nurseOf = (count: number) => ({
  key: 'ward/nurse',
  unit: 'ward',
  role: 'nurse' as const,
  shifts: [{ shift: 'day' as const, from: 0, to: 2 * DAY, count, breaks: [] }],
});

/** One nurse at one ward, who takes ten minutes for whatever there is to do; the system takes none on the virtual clock. */
const model: DayModel = {
  startsAt: 7 * 60,
  horizon: 2 * DAY,
  units: [{ key: 'ward', name: 'Ward', beds: undefined }],
  colours: [],
  staff: [nurseOf(1)],
  work: {
    care: { ward: { nurse: { staff: 'ward/nurse', time: minutes(10), delay: undefined, factor: 1 } } },
  },
  system: minutes(0),
  streams: [],
  inpatients: { leavingShare: 0, leavingHour: minutes(0), leave: [], care: [] },
  admission: { wards: [], elsewhere: minutes(0), move: [] },
  handOvers: [],
  census: [],
  downtime: undefined,
  closed: undefined,
};

const task = (number: number): FlowStep => ({
  kind: 'work',
  number,
  task: 'care',
  role: 'nurse',
  unit: 'ward',
});

function visit(instance: string, at: number, channel: 'api' | 'ui' = 'api', steps = [task(1)]): PlannedVisit {
  const length = steps.length;
  return {
    entity: { purpose: instance, number: 0 },
    flow: { id: 'flow', steps, length },
    places: {},
    priority: 2,
    planned: { instance, channel },
    at,
  };
}

let clockwork: Clockwork;
let log: string[];
beforeEach(() => {
  clockwork = new Clockwork();
  log = [];
});

const clock = (dayTime: Milliseconds): string => {
  const seconds = Math.round(dayTime / SECOND);
  const two = (value: number) => `${Math.floor(value)}`.padStart(2, '0');
  return `${two(seconds / 3_600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
};

/** A robot to whom every act takes so long for real. */
const robot = (instance: string, took: Milliseconds, over: Partial<FlowPlayer> = {}): FlowPlayer => ({
  begin: async (dayTime) => {
    log.push(`${clock(dayTime)} ${instance} comes`);
  },
  steps: (from, to, dayTime) =>
    new Promise((resolve) => {
      log.push(`${clock(dayTime)} ${instance} ${from}–${to}`);
      clockwork.at(clockwork.now() + took, () => resolve({ dayTime: dayTime + took, isOver: false }));
    }),
  end: async () => {
    log.push(`${instance} ends at ${clockwork.now()} ms`);
    return 'pass';
  },
  ...over,
});

function liveDay(
  visits: readonly PlannedVisit[],
  players: LiveDayOptions['players'],
  changed: Partial<LiveDayOptions> & { readonly model?: DayModel } = {},
): LiveDay {
  const rehearsal: Rehearsal = { model: changed.model ?? model, visits };
  const plan = { flows: visits.map(({ planned }) => ({ ...planned })) } as unknown as DayPlan;
  return new LiveDay({ rehearsal, plan, players, timekeeper: clockwork, speed: SPEED, seed: 1, ...changed });
}

describe('a nurse does one thing at a time', () => {
  it('and the second patient waits for her', async () => {
    const day = liveDay([visit('a', 0), visit('b', 60)], ({ instance }) => robot(instance, 0));
    await day.run();
    expect(log.filter((line) => line.includes('–'))).toEqual(['07:10:00 a 0–1', '07:20:00 b 0–1']);
    expect(day.hospital.seen.flows.map(({ waited }) => waited)).toEqual([0, 9 * 60]);
  });

  it('but two nurses do two', async () => {
    const day = liveDay([visit('a', 0), visit('b', 60)], ({ instance }) => robot(instance, 0), {
      model: { ...model, staff: [nurseOf(2)] },
    });
    await day.run();
    expect(day.hospital.seen.flows.map(({ waited }) => waited)).toEqual([0, 0]);
  });

  it('as on the virtual clock', async () => {
    const visits = [visit('a', 0, 'api', [task(1), task(2)]), visit('b', 60), visit('c', 120)];
    const day = liveDay(visits, ({ instance }) => robot(instance, 0));
    await day.run();
    expect(day.hospital.seen.flows).toEqual(playRehearsal({ model, visits }, 1).seen.flows);
  });
});

describe('the real time of a step is taken for what it is', () => {
  it('and passes while she works', async () => {
    const day = liveDay([visit('a', 0, 'api', [task(1), task(2)])], ({ instance }) => robot(instance, 3_000));
    await day.run();
    expect(log).toContain('07:20:06 a 1–2'); // Twice ten minutes, her three seconds, and three that she owed.
    expect(day.hospital.seen.flows[0]?.took).toBe(20 * 60 + 9);
  });

  it('and is lag when it is too much to be made up for', async () => {
    const day = liveDay([visit('a', 0, 'api', [task(1), task(2), task(3)])], ({ instance }) =>
      robot(instance, 40_000),
    );
    await day.run();
    const { flows, since, limit } = lagOf(day);
    expect(flows.api.max).toBeGreaterThan(limit);
    expect(since).toBe(SEVEN + 40 * MINUTE); // Forty real seconds, and ten minutes' work meanwhile.
  });

  it('keeps the day to be trusted when the machine keeps up', async () => {
    const day = liveDay([visit('a', 0, 'api', [task(1), task(2)])], ({ instance }) => robot(instance, 3_000));
    await day.run();
    expect(lagOf(day).since).toBeUndefined();
  });

  it('but in a browser it is the harness that is slow: the patient goes on and the robot follows', async () => {
    const later = visit('b', 2 * 3_600); // For the fake time to go on.
    const day = liveDay([visit('a', 0, 'ui', [task(1), task(2)]), later], ({ instance }) =>
      robot(instance, instance === 'a' ? 40_000 : 0),
    );
    await day.run();
    expect(log.filter((line) => line.includes('a '))).toEqual([
      '07:00:00 a comes',
      '07:10:00 a 0–1',
      '07:20:00 a 1–2',
      'a ends at 80000 ms',
    ]);
    expect(lagOf(day)).toMatchObject({ flows: { ui: { max: 20 * MINUTE } } });
    expect(lagOf(day).since).toBeUndefined();
  });
});

describe('a clock that no browser can follow', () => {
  it('has the robot do it all when its patient has come to the end', async () => {
    const later = visit('b', 2 * 3_600);
    const day = liveDay(
      [visit('a', 0, 'ui', [task(1), task(2)]), later],
      ({ instance }) => robot(instance, 0),
      {
        speed: 10 * SPEED,
      },
    );
    await day.run();
    expect(log.slice(0, 4)).toEqual([
      '07:00:00 a comes',
      '07:10:00 a 0–1',
      '07:20:00 a 1–2',
      'a ends at 2000 ms',
    ]);
  });
});

describe('a facilitator', () => {
  it('holds the clock: nobody comes, nothing begins, and what was being timed does not count', async () => {
    const day = liveDay([visit('a', 0), visit('b', 12 * 60)], ({ instance }) => robot(instance, 0));
    clockwork.at(5_000, () => day.hold());
    clockwork.at(60_000, () => {
      expect(day.dayTime).toBe(SEVEN + 5 * MINUTE);
      day.continue();
    });
    await day.run();
    expect(log).toContain('a ends at 65000 ms');
    expect(log).toContain('07:12:00 b comes');
    expect(day.hospital.seen.flows.map(({ isCensored }) => isCensored)).toEqual([true, false]);
  });

  it('moves the clock forward: what would have happened happens at once', async () => {
    const day = liveDay([visit('a', 0), visit('b', 40 * 60)], ({ instance }) => robot(instance, 0));
    clockwork.at(5_000, () => day.jump(SEVEN + 39 * MINUTE));
    await day.run();
    expect(log).toContain('a ends at 5000 ms');
    expect(log).toContain('b ends at 16000 ms');
    expect(day.hospital.seen.flows.map(({ isCensored }) => isCensored)).toEqual([true, false]);
  });
});

describe('from outside, while it goes', () => {
  it('one more nurse does at once what waited, and one that there is none of is told', async () => {
    const day = liveDay([visit('a', 0), visit('b', 0)], ({ instance }) => robot(instance, 0));
    clockwork.at(5_000, () => {
      expect([day.staff('ward', 'nurse', 1), day.staff('ward', 'physician', 1)]).toEqual([true, false]);
    });
    await day.run();
    expect(log).toContain('b ends at 15000 ms');
  });

  it('something is done at a time of its clock, which a hold puts off, and at once when that has passed', async () => {
    const day = liveDay([visit('a', 0), visit('b', 30 * 60)], ({ instance }) => robot(instance, 0));
    const did: string[] = [];
    const note = (what: string) => () => void did.push(`${what} at ${clockwork.now()} ms`);
    clockwork.at(1_000, () => {
      day.at(SEVEN + 5 * MINUTE, note('planned'));
      day.at(SEVEN, note('late'));
    });
    clockwork.at(2_000, () => day.hold());
    clockwork.at(12_000, () => day.continue());
    await day.run();
    expect(did).toEqual(['late at 1000 ms', 'planned at 15000 ms']);
  });
});

describe('a day that goes on', () => {
  it('begins where it broke off, with flows where they were', async () => {
    const visits = [visit('a', 0, 'api', [task(1), task(2)]), visit('b', 45 * 60)];
    const day = liveDay(
      visits,
      ({ instance }) =>
        robot(instance, 0, instance === 'a' ? { begun: { steps: 1, dayTime: SEVEN + 25 * MINUTE } } : {}),
      { from: SEVEN + 30 * MINUTE },
    );
    await day.run();
    expect(log).toEqual([
      '07:35:00 a 1–2', // By its own time: it was five minutes behind, and ten minutes' work keep a nurse for ten.
      'a ends at 10000 ms',
      '07:45:00 b comes',
      '07:55:00 b 0–1',
      'b ends at 25000 ms',
    ]);
  });
});

describe('what goes wrong ends the day', () => {
  it('with the error of the robot that broke, and no robot goes on', async () => {
    const day = liveDay([visit('a', 0), visit('b', 0, 'ui', [task(1), task(2)])], ({ instance }) =>
      robot(instance, 500, instance === 'a' ? { steps: () => Promise.reject(new Error('broken')) } : {}),
    );
    await expect(day.run()).rejects.toThrow('broken');
    expect(log.filter((line) => line.startsWith('b ends'))).toEqual([]);
  });

  it('with the interruption, when the clock is interrupted', async () => {
    const day = liveDay([visit('a', 0)], ({ instance }) => robot(instance, 0));
    clockwork.at(5_000, () => {
      clockwork.pause = () => Promise.reject(new DOMException('interrupted', 'AbortError'));
    });
    await expect(day.run()).rejects.toMatchObject({ name: 'AbortError' });
    expect(log).toEqual(['07:00:00 a comes', '07:10:00 a 0–1']);
  });

  it('when patients wait for staff who never come', async () => {
    const day = liveDay([visit('a', 0)], ({ instance }) => robot(instance, 0), {
      model: { ...model, staff: [nurseOf(0)] },
    });
    await expect(day.run()).rejects.toThrow('1 of 1 flows have not ended');
  });
});
