import { beforeEach, describe, expect, it } from 'vitest';
import { act, hold, interrupt, release, seize } from './effects.ts';
import { type Body, Interrupted } from './process.ts';
import { Resource } from './resource.ts';
import { Simulation } from './simulation.ts';
import { Clockwork } from './testing/clockwork.ts';
import { WallSimulation } from './wall-simulation.ts';

/** Two ticks pass in a millisecond. */
const SPEED = 2;

let clockwork: Clockwork;
let simulation: WallSimulation;
let log: string[];

beforeEach(() => {
  clockwork = new Clockwork();
  log = [];
  simulation = new WallSimulation({
    timekeeper: clockwork,
    ticksPerMillisecond: SPEED,
    lagLimit: 50,
    perform: (what) =>
      new Promise((resolve, reject) => {
        clockwork.at(clockwork.now() + 30, () => {
          if (what === 'break') reject(new Error('broken'));
          else resolve(`${what} done`);
        });
      }),
  });
});

const say = (what: string): void => {
  log.push(`${clockwork.now()} ms, ${simulation.now}: ${what}`);
};

function* ticking(): Body {
  for (;;) {
    say('tick');
    yield hold(100);
  }
}

it('plays the same processes as the virtual clock, each event when it is due', async () => {
  const seen: number[] = [];
  const virtual = new Simulation();
  function* process(now: () => number): Body {
    for (let turn = 1; turn < 5; turn++) {
      seen.push(now());
      yield hold(turn * 10);
    }
  }
  virtual.start(process(() => virtual.now));
  virtual.run(1_000);
  simulation.start(process(() => simulation.now));
  await simulation.runLive(1_000);
  expect(seen).toEqual([0, 10, 30, 60, 0, 10, 30, 60]);
  expect(clockwork.now()).toBe(1_000 / SPEED);
  expect(simulation.lag.max).toBe(0);
});

it('has acts done and takes the time they take', async () => {
  function* clerk(): Body {
    for (const what of ['write', 'break']) {
      const outcome = yield act(what, 5);
      say(outcome.kind === 'done' ? String(outcome.value) : `${outcome.kind}`);
    }
  }
  simulation.start(clerk());
  await simulation.runLive(1_000);
  expect(log).toEqual(['30 ms, 60: write done', '60 ms, 120: failed']);
});

it('lets an act that was interrupted end unheard', async () => {
  function* clerk(): Body {
    try {
      yield act('write', 5);
    } catch (error) {
      say(`${error instanceof Interrupted ? error.cause : error}`);
    }
    yield hold(200);
    say('home');
  }
  const clerking = simulation.start(clerk());
  function* alarm(): Body {
    yield hold(20);
    yield interrupt(clerking, 'alarm');
  }
  simulation.start(alarm());
  await simulation.runLive(1_000);
  expect(log).toEqual(['10 ms, 20: alarm', '110 ms, 220: home']);
});

describe('a facilitator', () => {
  it('holds and continues the clock: nobody arrives meanwhile', async () => {
    simulation.start(ticking());
    clockwork.at(60, () => simulation.hold());
    clockwork.at(500, () => simulation.continue());
    await simulation.runLive(300);
    expect(log).toEqual(['0 ms, 0: tick', '50 ms, 100: tick', '540 ms, 200: tick']);
  });

  it('has what is done while the clock is held heard when it goes on', async () => {
    function* clerk(): Body {
      yield act('write', 5);
      say('written');
    }
    simulation.start(clerk());
    clockwork.at(10, () => simulation.hold());
    clockwork.at(500, () => simulation.continue());
    await simulation.runLive(300);
    expect(log).toEqual(['500 ms, 20: written']);
  });

  it('jumps while the clock is held, and stays there', async () => {
    simulation.start(ticking());
    clockwork.at(60, () => simulation.hold());
    clockwork.at(70, () => simulation.jump(300));
    clockwork.at(500, () => simulation.continue());
    await simulation.runLive(350);
    expect(log.slice(2)).toEqual(['70 ms, 200: tick', '500 ms, 300: tick']);
  });

  it('jumps: what would have happened until then happens at once and is not late', async () => {
    simulation.start(ticking());
    clockwork.at(60, () => simulation.jump(350));
    await simulation.runLive(500);
    expect(log.slice(2)).toEqual(['60 ms, 200: tick', '60 ms, 300: tick', '85 ms, 400: tick']);
    expect(simulation.lag.max).toBe(0);
    expect(() => simulation.jump(100)).toThrow('cannot go back');
  });

  it.each(['hold', 'jump', 'nothing'] as const)('censors what was being timed: %s', async (what) => {
    const nurse = new Resource(simulation, 'nurse', { capacity: 1 });
    function* job(): Body {
      yield seize(nurse);
      yield hold(100);
      yield release(nurse);
    }
    simulation.start(job());
    simulation.start(job(), { at: 20 });
    simulation.start(job(), { at: 300 });
    clockwork.at(30, () => {
      if (what === 'hold') simulation.hold();
      if (what === 'jump') simulation.jump(90);
    });
    clockwork.at(90, () => simulation.continue());
    await simulation.runLive(600);
    const { waits } = nurse.statistics;
    expect([waits.count, waits.censored]).toEqual(what === 'nothing' ? [3, 0] : [2, 1]);
  });

  it('has the clock go slower and faster, and nothing is late for it', async () => {
    simulation.start(ticking());
    clockwork.at(60, () => simulation.pace(1));
    clockwork.at(200, () => simulation.pace(10));
    await simulation.runLive(460);
    expect(log).toEqual([
      '0 ms, 0: tick',
      '50 ms, 100: tick',
      '140 ms, 200: tick',
      '204 ms, 300: tick',
      '214 ms, 400: tick',
    ]);
    expect(simulation.lag.max).toBe(0);
    expect(() => simulation.pace(0)).toThrow('must go forward');
  });

  it('injects at the time it is now', async () => {
    simulation.start(ticking());
    function* visitor(): Body {
      say('visitor');
      yield hold(1);
    }
    clockwork.at(70, () => simulation.inject(() => simulation.start(visitor())));
    await simulation.runLive(200);
    expect(log).toEqual(['0 ms, 0: tick', '50 ms, 100: tick', '70 ms, 140: visitor']);
  });
});

it('measures how far it lags behind, and from when on it is not to be trusted', async () => {
  function* busy(): Body {
    yield hold(100);
    clockwork.lose(40);
    yield hold(10);
    yield hold(200);
  }
  simulation.start(busy());
  await simulation.runLive(1_000);
  expect(simulation.lag.max).toBe(70);
  expect(simulation.lateSince).toBe(110);
});

it('ends when the timekeeper is interrupted', async () => {
  simulation.start(ticking());
  clockwork.at(60, () => {
    clockwork.pause = () => Promise.reject(new Error('interrupted'));
  });
  await expect(simulation.runLive(1_000)).rejects.toThrow('interrupted');
});
