import { closest, distance } from 'fastest-levenshtein';
import { readCatalogue } from './catalogue.ts';
import type { Facts, Fault, Faults } from './fault.ts';

export type { Fault, Faults } from './fault.ts';

/** A fault that cannot be switched on; the message is one sentence for the one who asked. */
export class FaultError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FaultError';
  }
}

const catalogue = readCatalogue();

/** Every fault the environment can be started with, by name. */
export const listFaults = (): readonly Fault[] => [...catalogue.values()];

function faultNamed(name: string): Fault {
  const fault = catalogue.get(name);
  if (fault !== undefined) return fault;
  const names = [...catalogue.keys()];
  const nearest = closest(name, names);
  const hint = distance(name, nearest) <= name.length / 2 ? `; menade du "${nearest}"?` : '.';
  throw new FaultError(`Det finns inget fel "${name}"${hint} Felen är ${names.join(', ')}.`);
}

function switchedOn(specification: string): Fault {
  const [name = '', ...doses] = specification.split('=');
  const dose = doses.length === 0 ? undefined : doses.join('=');
  const fault = faultNamed(name);
  if (dose === undefined) return fault;
  const every = /^1\/([1-9]\d{0,5})$/.exec(dose)?.[1];
  if (every === undefined) {
    throw new FaultError(`Dosen av "${name}" ska vara 1/n, till exempel ${name}=1/3, och inte "${dose}".`);
  }
  return { ...fault, every: Number(every) };
}

const matches = (fault: Fault, facts: Facts): boolean =>
  Object.entries(fault.selector).every(([fact, wanted]) => {
    const found = facts[fact];
    return found !== undefined && (Array.isArray(wanted) ? wanted.includes(found) : wanted === found);
  });

/** Whose turn it is: the first, and then every n-th new subject; the same subject always gets the same answer. */
function createTurns(every: number): (subject: string | undefined) => boolean {
  const decided = new Map<string, boolean>();
  let seen = 0;
  return (subject) => {
    const earlier = subject === undefined ? undefined : decided.get(subject);
    if (earlier !== undefined) return earlier;
    const turn = seen % every === 0;
    seen += 1;
    if (subject !== undefined) decided.set(subject, turn);
    return turn;
  };
}

/**
 * Switches faults on: `parseFaults(['order-lost', 'result-late=1/5'])`. The dose 1/n means the first of every n
 * chances; without one the fault has the dose of its file.
 * @throws {FaultError} for an unknown name or an impossible dose
 */
export function parseFaults(specifications: readonly string[]): Faults {
  const active = new Map(
    specifications.map(switchedOn).map((fault) => [fault.name, { fault, isTurn: createTurns(fault.every) }]),
  );
  return {
    specifications,
    strikes(name, facts, subject) {
      if (!catalogue.has(name)) throw new RangeError(`No fault of the catalogue is named ${name}.`);
      const entry = active.get(name);
      if (entry === undefined || !matches(entry.fault, facts)) return undefined;
      return entry.isTurn(subject) ? entry.fault : undefined;
    },
  };
}
