import { describe, expect, it } from 'vitest';
import { hold, release, type SeizeOptions, seize } from './effects.ts';
import type { Body } from './process.ts';
import { Resource, type ResourceOptions } from './resource.ts';
import { serve } from './serve.ts';
import { takeBreaks } from './shifts.ts';
import { Simulation } from './simulation.ts';

interface Job extends SeizeOptions {
  readonly name: string;
  readonly at: number;
  readonly work: number;
}

/** Plays jobs on one resource; the log says who ends when, and how. */
function play(options: ResourceOptions, jobs: readonly Job[]): { log: string[]; nurse: Resource } {
  const simulation = new Simulation();
  const nurse = new Resource(simulation, 'nurse', options);
  const log: string[] = [];
  function* job({ name, work, at: _, ...line }: Job): Body {
    const { kind } = yield* serve(nurse, work, line);
    log.push(`${simulation.now} ${name} ${kind}`);
  }
  for (const each of jobs) simulation.start(job(each), { at: each.at });
  simulation.run(1_000);
  return { log, nurse };
}

it('serves the urgent first and otherwise in turn', () => {
  const { log, nurse } = play({ capacity: 1 }, [
    { name: 'a', at: 0, work: 10 },
    { name: 'b', at: 1, work: 10, priority: 2 },
    { name: 'c', at: 2, work: 10, priority: 1 },
    { name: 'd', at: 3, work: 10, priority: 1 },
  ]);
  expect(log).toEqual(['10 a done', '20 c done', '30 d done', '40 b done']);
  expect(nurse.statistics.waits.mean).toBe((0 + 29 + 8 + 17) / 4);
  expect(nurse.statistics.queue.max).toBe(3);
});

it('lets the impatient go and refuses whom there is no room for', () => {
  const { log, nurse } = play({ capacity: 1, room: 1 }, [
    { name: 'a', at: 0, work: 10 },
    { name: 'b', at: 1, work: 10, patience: 5 },
    { name: 'c', at: 2, work: 10 },
    { name: 'd', at: 7, work: 10, patience: 3 },
  ]);
  expect(log).toEqual(['2 c refused', '6 b reneged', '10 a done', '20 d done']);
  expect(nurse.statistics).toMatchObject({ refused: 1, reneged: 1 });
});

describe('preemption', () => {
  it('breaks off the least urgent, who goes on ahead of the equals', () => {
    const { log, nurse } = play({ capacity: 1 }, [
      { name: 'a', at: 0, work: 10, priority: 2 },
      { name: 'b', at: 1, work: 10, priority: 2 },
      { name: 'alarm', at: 4, work: 3, priority: 1, preempts: true },
      { name: 'fire', at: 5, work: 1, priority: 0, preempts: true },
    ]);
    expect(log).toEqual(['6 fire done', '8 alarm done', '14 a done', '24 b done']);
    expect(nurse.statistics.preempted).toBe(2);
  });

  it('finds room for what was broken off', () => {
    const { log } = play({ capacity: 1, room: 0 }, [
      { name: 'a', at: 0, work: 10, priority: 1 },
      { name: 'alarm', at: 4, work: 3, preempts: true },
      { name: 'b', at: 5, work: 10, priority: 1 },
    ]);
    expect(log).toEqual(['5 b refused', '7 alarm done', '13 a done']);
  });

  it('does not break off its equals', () => {
    const { log } = play({ capacity: 1 }, [
      { name: 'a', at: 0, work: 10 },
      { name: 'b', at: 1, work: 10, preempts: true },
    ]);
    expect(log).toEqual(['10 a done', '20 b done']);
  });

  it('takes from one of many who were begun in one tick: the latest', () => {
    const { log } = play({ capacity: 2 }, [
      { name: 'a', at: 0, work: 10, priority: 1 },
      { name: 'b', at: 0, work: 10, priority: 1 },
      { name: 'alarm', at: 0, work: 4, preempts: true },
    ]);
    expect(log).toEqual(['4 alarm done', '10 a done', '14 b done']);
  });
});

it('gives breaks their whole length once what was begun is finished, and does not count them as work', () => {
  const simulation = new Simulation();
  const nurse = new Resource(simulation, 'nurse', { capacity: 1 });
  const log: string[] = [];
  function* job(): Body {
    yield seize(nurse);
    log.push(`begins ${simulation.now}`);
    yield hold(20);
    yield release(nurse);
  }
  simulation.start(job(), { at: 0 });
  simulation.start(job(), { at: 5 });
  takeBreaks(simulation, nurse, [{ at: 10, ticks: 30 }]);
  simulation.run(100);
  expect(log).toEqual(['begins 0', 'begins 50']);
  expect(nurse.statistics.busy.integral(100)).toBe(40);
  expect(nurse.statistics.queue.integral(100)).toBe(45);
});

it('loses a break that has been put off for too long', () => {
  const simulation = new Simulation();
  const nurse = new Resource(simulation, 'nurse', { capacity: 1 });
  function* job(): Body {
    yield* serve(nurse, 50);
  }
  simulation.start(job());
  takeBreaks(simulation, nurse, [
    { at: 10, ticks: 15, patience: 30 },
    { at: 20, ticks: 15, patience: 40 },
  ]);
  simulation.run(100);
  expect(nurse.statistics).toMatchObject({ breaksLost: 1, reneged: 0 });
});

it('has everything given back, and nothing that was not held', () => {
  const simulation = new Simulation();
  const nurse = new Resource(simulation, 'nurse', { capacity: 1 });
  function* forgetful(): Body {
    yield seize(nurse);
  }
  function* greedy(): Body {
    yield release(nurse);
  }
  simulation.start(forgetful(), { name: 'patient' });
  expect(() => simulation.run(1)).toThrow('patient 1 is over at tick 0 and still holds nurse.');
  simulation.start(greedy(), { name: 'thief' });
  expect(() => simulation.run(1)).toThrow('thief 2 releases nurse without holding it.');
});

it('takes whole capacities only', () => {
  for (const capacity of [-1, 1.5, Number.NaN]) {
    expect(() => new Resource(new Simulation(), 'nurse', { capacity })).toThrow('capacity of nurse');
  }
});

it('has more units, or fewer, than its capacity tells, also when that changes', () => {
  const nurse = new Resource(new Simulation(), 'nurse', { capacity: 2 });
  nurse.add(1);
  expect(nurse.capacity).toBe(3);
  nurse.setCapacity(5);
  expect(nurse.capacity).toBe(6);
  nurse.add(-8);
  expect(nurse.capacity).toBe(0);
  nurse.add(7);
  expect(nurse.capacity).toBe(5);
});
