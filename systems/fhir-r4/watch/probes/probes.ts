import type { Person, Write } from '../ledger.ts';
import { drawn, type Surroundings } from '../surroundings.ts';
import { forbidden } from './forbidden.ts';
import { log } from './log.ts';
import type { Probe } from './probe.ts';
import { strangers } from './strangers.ts';
import { resent, stale } from './two-at-once.ts';
import { anothers, register } from './what-is-not-ones-own.ts';

const PROBES: readonly Probe[] = [...log, ...forbidden, stale, resent, anothers, ...register, ...strangers];

/** Tried whenever it can be: which change meets another is a matter of chance, so that a few tries tell little. */
const ALWAYS: ReadonlySet<string> = new Set([stale.id]);

/** Which probes there are is tried evenly: those least tried so far before the others. */
export class Probes {
  readonly #times = new Map<string, number>();

  async afterFlow(at: Surroundings, person: Person, writes: readonly Write[], most: number): Promise<void> {
    const draws = drawn(at, 'probes', person.patient.key);
    const ready = PROBES.flatMap((probe) => {
      const run = isAboutRoles(probe) && !at.toldApart ? undefined : probe.ready(at, person, writes);
      return run === undefined
        ? []
        : [{ id: probe.id, run, times: this.#times.get(probe.id) ?? 0, draw: draws.next() }];
    });
    const inTurn = ready
      .filter(({ id }) => !ALWAYS.has(id))
      .sort((a, b) => a.times - b.times || a.draw - b.draw)
      .slice(0, most);
    const chosen = [...ready.filter(({ id }) => ALWAYS.has(id)), ...inTurn];
    for (const { id } of chosen) this.#times.set(id, (this.#times.get(id) ?? 0) + 1);
    for (const { run } of chosen) at.facts.push(await run());
  }
}

const isAboutRoles = ({ id }: Probe): boolean => id !== stale.id && id !== resent.id;
