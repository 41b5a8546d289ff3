import { describe, expect, it } from 'vitest';
import { hold, interrupt, release, seize, until, waitFor } from './effects.ts';
import { type Body, Interrupted } from './process.ts';
import { Resource } from './resource.ts';
import { Signal } from './signal.ts';
import { Simulation } from './simulation.ts';

/** Plays bodies that write to a log, and gives the log. */
function logOf(play: (simulation: Simulation, say: (what: string) => void) => void): string[] {
  const log: string[] = [];
  const simulation = new Simulation();
  play(simulation, (what) => log.push(`${simulation.now} ${what}`));
  simulation.run(1_000);
  return log;
}

describe('time', () => {
  it('passes by holds and stops before the end of the run', () => {
    const simulation = new Simulation();
    const seen: number[] = [];
    function* clock(): Body {
      for (;;) {
        seen.push(simulation.now);
        yield hold(10);
      }
    }
    simulation.start(clock());
    simulation.run(30);
    expect([seen, simulation.now]).toEqual([[0, 10, 20], 30]);
    simulation.run(31);
    expect(seen.at(-1)).toBe(30);
    expect(() => simulation.run(20)).toThrow('It is tick 31 already');
  });

  it('ends when nothing is to come', () => {
    const simulation = new Simulation();
    function* sleep(): Body {
      yield hold(70);
    }
    simulation.start(sleep());
    simulation.run();
    expect(simulation.now).toBe(70);
    expect(simulation.step()).toBe(false);
  });

  it('is whole and never goes back', () => {
    function* wait(ticks: number): Body {
      yield hold(ticks);
    }
    for (const ticks of [-1, 0.5, Number.NaN]) {
      const simulation = new Simulation();
      simulation.start(wait(ticks), { name: 'clerk' });
      expect(() => simulation.run(10)).toThrow('clerk 1 cannot wait from tick 0 until');
    }
  });

  it('lets priorities go first within a tick, then what was caused first', () => {
    const log = logOf((simulation, say) => {
      function* who(name: string): Body {
        yield until(5);
        say(name);
      }
      simulation.start(who('a'));
      simulation.start(who('b'), { priority: -1 });
      simulation.start(who('c'));
    });
    expect(log).toEqual(['5 b', '5 a', '5 c']);
  });
});

describe('signals', () => {
  it('wake those who wait, in order and with a value, and let go who has waited enough', () => {
    const log = logOf((simulation, say) => {
      const answer = new Signal('answer');
      function* waiting(name: string, patience?: number): Body {
        const outcome = yield waitFor(answer, patience);
        say(`${name} ${outcome.kind} ${outcome.kind === 'done' ? outcome.value : ''}`);
      }
      function* answering(): Body {
        yield hold(20);
        answer.fire('ja');
      }
      simulation.start(waiting('a'));
      simulation.start(waiting('b', 10));
      simulation.start(waiting('c', 30));
      simulation.start(answering());
    });
    expect(log).toEqual(['10 b late ', '20 a done ja', '20 c done ja']);
  });

  it('tell when a process is over, also to who asks afterwards', () => {
    const log = logOf((simulation, say) => {
      function* work(): Body {
        yield hold(5);
      }
      const working = simulation.start(work());
      function* watch(at: number): Body {
        yield until(at);
        yield waitFor(working.ended);
        say('over');
      }
      simulation.start(watch(1));
      simulation.start(watch(9));
    });
    expect(log).toEqual(['5 over', '9 over']);
  });
});

describe('interruptions', () => {
  it('break off a hold and say what was left', () => {
    const log = logOf((simulation, say) => {
      function* work(): Body {
        try {
          yield hold(30);
        } catch (error) {
          if (!(error instanceof Interrupted)) throw error;
          say(`${error.cause}, ${error.left} left`);
        }
        yield hold(5);
        say('done');
      }
      const working = simulation.start(work());
      function* disturb(): Body {
        yield hold(12);
        yield interrupt(working, 'alarm');
      }
      simulation.start(disturb());
    });
    expect(log).toEqual(['12 alarm, 18 left', '17 done']);
  });

  it('take who waits out of the line', () => {
    const log = logOf((simulation, say) => {
      const nurse = new Resource(simulation, 'nurse', { capacity: 1 });
      function* work(name: string): Body {
        try {
          yield seize(nurse);
          say(name);
          yield hold(10);
          yield release(nurse);
        } catch (error) {
          say(`${name} ${error instanceof Interrupted ? error.cause : error}`);
        }
      }
      simulation.start(work('a'));
      const second = simulation.start(work('b'));
      simulation.start(work('c'));
      function* callAway(): Body {
        yield hold(3);
        yield interrupt(second, 'called away');
      }
      simulation.start(callAway());
    });
    expect(log).toEqual(['0 a', '3 b called away', '10 c']);
  });

  it('reach who has just been served at the next thing it waits for', () => {
    const log = logOf((simulation, say) => {
      const nurse = new Resource(simulation, 'nurse', { capacity: 1 });
      function* first(): Body {
        yield seize(nurse);
        yield hold(10);
        yield release(nurse);
        yield interrupt(second, 'alarm');
      }
      function* work(): Body {
        yield seize(nurse);
        say('granted');
        try {
          yield hold(10);
        } catch (error) {
          say(`${error instanceof Interrupted ? error.left : error} left`);
        }
        yield release(nurse);
      }
      simulation.start(first());
      const second = simulation.start(work());
    });
    expect(log).toEqual(['10 granted', '10 10 left']);
  });

  it('fail the run when nobody expects them or the process is over', () => {
    const simulation = new Simulation();
    function* work(): Body {
      yield hold(30);
    }
    const working = simulation.start(work(), { name: 'work' });
    simulation.run(10);
    simulation.interrupt(working, 'alarm');
    expect(() => simulation.run(20)).toThrow('work 1 failed at tick 10: interrupted');
    const other = simulation.start(work(), { name: 'other' });
    simulation.run(100);
    expect(() => simulation.interrupt(other, 'alarm')).toThrow('other 2 is over');
  });
});
