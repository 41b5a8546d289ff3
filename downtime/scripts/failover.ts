import type { DrillFact, DrillWrote } from '../../domain/drill-evidence.ts';
import { SECOND } from '../../domain/time.ts';
import type { FailoverDrill } from '../drill.ts';
import { factAt, lookUp, note, type Rehearsing, recovered, type Script } from '../rehearsing.ts';

/** Between tries while nothing answers, milliseconds: nobody at a keyboard is faster. */
const AGAIN_AFTER = 100;

/**
 * The machine beneath is lost in the middle of the work and another takes over. Writers go on all the time, each the next as soon
 * as the last is answered; afterwards what was acknowledged is there once, and what nobody knew the fate of is sent again and is
 * there once too.
 */
export const failover: Script<FailoverDrill> = async (rehearsing) => {
  const { door, clock, drill, tell, progress } = rehearsing;
  const work = new Work(rehearsing);
  const writers = Array.from({ length: drill.writers }, () => work.write());
  const ended = Promise.all(writers);
  try {
    await Promise.race([clock.pause(drill.before * SECOND), ended]);
    progress('servern försvinner');
    work.when = 'edge';
    const stoppedAt = clock.now();
    tell({ type: 'drill-came', moment: 'stopped', at: stoppedAt });
    await door.set('failover');
    progress('den andra tar över');
    work.when = 'down';
    await recovered(rehearsing, { from: stoppedAt, within: drill.recoverWithin }, async () => {
      return (await note(rehearsing, 'measurement', 'down', work.next())) === 'accepted';
    });
    work.when = 'after';
    await Promise.race([clock.pause(drill.after * SECOND), ended]);
  } finally {
    work.isOver = true;
    await ended;
  }
  for (const fact of work.unsure) await note(rehearsing, 'measurement', 'back-entry', fact);
  progress('avstämning');
  await lookUp(rehearsing, 'measurement', work.numbers);
};

/** What the writers do, all in one count. */
class Work {
  when: DrillWrote['when'] = 'before';
  isOver = false;
  readonly numbers: string[] = [];
  readonly unsure: DrillFact[] = [];
  readonly #rehearsing: Rehearsing;

  constructor(rehearsing: Rehearsing) {
    this.#rehearsing = rehearsing;
  }

  next(): DrillFact {
    const index = this.numbers.length;
    const fact = factAt(this.#rehearsing, `v${index}`, index);
    this.numbers.push(fact.number);
    return fact;
  }

  async write(): Promise<void> {
    while (!this.isOver) {
      const fact = this.next();
      const told = await note(this.#rehearsing, 'measurement', this.when, fact);
      if (told === 'unknown') this.unsure.push(fact);
      if (told !== 'accepted') await this.#rehearsing.clock.pause(AGAIN_AFTER);
    }
  }
}
