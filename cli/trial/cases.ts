import { InputError } from '../../domain/input-error.ts';
import type { TrialCase, TrialFault } from '../../domain/trial.ts';
import { type Fault, FaultError, listFaults, parseFaults } from '../../reference/faults/faults.ts';

/** What is asked of a trial. */
export interface Asked {
  readonly sample?: number;
  readonly faults?: readonly string[];
  readonly clean: number;
  readonly seed: number;
}

/** What asks about them is no flow of the day: the deck, the matrix of access, and what needs an archive of pictures. */
const ELSEWHERE: readonly string[] = ['deck', 'access', 'imaging'];

/** The runs of a trial: the faults asked for, what is odd and allowed, and as many with nothing planted. */
export function casesFor({ sample, faults, clean, seed }: Asked): readonly TrialCase[] {
  const all = listFaults();
  const planted = all.filter(({ benign, foundBy = '' }) => !benign && !ELSEWHERE.includes(foundBy));
  const chosen =
    faults === undefined ? drawn(planted, sample ?? planted.length, seed) : requireFaults(faults, all);
  const benign = faults === undefined && sample === undefined ? all.filter((fault) => fault.benign) : [];
  return [
    ...[...chosen, ...benign].map((fault) => ({ name: fault.name, seed, fault: told(fault) })),
    ...Array.from({ length: clean }, (_, index) => ({ name: `clean-${index + 1}`, seed: seed + 1 + index })),
  ];
}

function requireFaults(names: readonly string[], all: readonly Fault[]): readonly Fault[] {
  try {
    parseFaults(names);
  } catch (error) {
    throw error instanceof FaultError ? new InputError(error.message) : error;
  }
  return all.filter(({ name }) => names.includes(name));
}

/** So many of them, the same for the same seed, in the order of the catalogue. */
function drawn(faults: readonly Fault[], size: number, seed: number): readonly Fault[] {
  const order = new Map(faults.map((fault) => [fault, mixed(`${seed} ${fault.name}`)]));
  const rank = (fault: Fault): number => order.get(fault) ?? 0;
  const chosen = new Set([...faults].sort((one, other) => rank(one) - rank(other)).slice(0, size));
  return faults.filter((fault) => chosen.has(fault));
}

/** FNV-1a, then mixed again, for names that are alike. */
function mixed(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

const told = (fault: Fault): TrialFault => ({
  name: fault.name,
  sv: fault.sv,
  en: fault.en,
  source: fault.source,
  ...(fault.kind === undefined ? {} : { kind: fault.kind }),
  ...(fault.component === undefined ? {} : { component: fault.component }),
  requirements: fault.requirements,
  dose: doseOf(fault),
  ...(fault.foundBy === undefined ? {} : { foundBy: fault.foundBy }),
  blind: fault.blind,
  benign: fault.benign,
});

const doseOf = ({ dose: { every, ...when } }: Fault): string =>
  [`1/${every}`, ...Object.entries(when).map(([name, value]) => `${name} ${value}`)].join(', ');
