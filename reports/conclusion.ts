import type { RunKind } from '../domain/evidence.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { OwnerRole } from '../domain/stage.ts';
import { VERDICTS, type Verdict } from '../domain/verdict.ts';
import { type Bilingual, both } from '../pages/bilingual.ts';
import type { Act } from './gates/gate.ts';
import type { GateResult, Scope } from './judge-gates.ts';

/** A gate that is not passed, who answers for it, and what closes it. */
interface RemainingGate extends Bilingual {
  readonly id: string;
  readonly verdict: Verdict;
  readonly owner?: OwnerRole;
  readonly closedBy?: Act;
}

/** What runs and their stage have come to, in words that every report says as they stand here. */
export interface Conclusion {
  /** Of the runs by themselves: 'Generalrepetitionen är godkänd'; of a stage that was weighed: its decision. */
  readonly headline: Bilingual;
  /** How far the stage has come. */
  readonly stage: Bilingual;
  readonly gates: { readonly passed: number; readonly all: number };
  /** What did not hold before what nobody has looked at. */
  readonly remaining: readonly RemainingGate[];
}

/** The go of a stage and its opposite; no run has either. */
const DECISIONS = {
  go: both('Klartecken', 'Go'),
  'no-go': both('Inget klartecken', 'No-go'),
} as const satisfies Record<string, Bilingual>;

interface Concluded {
  readonly scope: Scope;
  readonly outcome: Outcome;
  readonly kinds: readonly RunKind[];
  /** Stage.name */
  readonly stage: string;
  /** All gates of the stage. */
  readonly gates: readonly GateResult[];
}

/** Says what runs, or a stage, have come to. */
export function conclusionOf({ scope, outcome, kinds, stage, gates }: Concluded): Conclusion {
  const remaining = gates
    .filter(({ verdict }) => verdict !== 'pass')
    .toSorted((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict))
    .map(remainingOf);
  const count = { passed: gates.length - remaining.length, all: gates.length };
  const weighed = DECISIONS[remaining.length === 0 ? 'go' : 'no-go'];
  return {
    headline: scope === 'stage' ? weighed : OUTCOMES_TOLD[outcome](subjectOf(kinds)),
    stage: scope === 'stage' ? standing(count) : standingAfterRun(count, stage),
    gates: count,
    remaining,
  };
}

const remainingOf = ({ id, sv, en, verdict, owner, closedBy }: GateResult): RemainingGate => ({
  ...{ id, sv, en, verdict },
  ...(owner === undefined ? {} : { owner }),
  ...(closedBy === undefined ? {} : { closedBy }),
});

interface Subject extends Bilingual {
  readonly many?: true;
}

const SUBJECTS: Readonly<Record<RunKind, Subject>> = {
  day: both('Generalrepetitionen', 'The rehearsal'),
  features: { ...both('Patientflödena', 'The patient flows'), many: true },
  simulate: both('Simuleringen', 'The simulation'),
  load: both('Belastningen', 'The load'),
  lab: both('Labbdagen', 'The lab day'),
  deck: { ...both('Kontrollfrågorna till beslutsstödet', 'The questions to decision support'), many: true },
  migration: both('Migreringen', 'The migration'),
  access: { ...both('Åtkomstreglerna', 'The rules of access'), many: true },
  drill: both('Övningen', 'The drill'),
};
const SEVERAL: Subject = { ...both('Körningarna', 'The runs'), many: true };

const subjectOf = ([first, ...others]: readonly RunKind[]): Subject =>
  first === undefined || others.length > 0 ? SEVERAL : SUBJECTS[first];

const OUTCOMES_TOLD: Readonly<Record<Outcome, (of: Subject) => Bilingual>> = {
  passed: ({ sv, en, many }) => both(`${sv} är ${many ? 'godkända' : 'godkänd'}`, `${en} passed`),
  failed: ({ sv, en, many }) => both(`${sv} är ${many ? 'underkända' : 'underkänd'}`, `${en} failed`),
  inconclusive: ({ sv, en, many }) =>
    both(`${sv} går inte att avgöra`, `${en} ${many ? 'are' : 'is'} inconclusive`),
  broken: ({ sv, en }) => both(`${sv} bröts av fel`, `${en} broke`),
  interrupted: ({ sv, en, many }) => both(`${sv} avbröts`, `${en} ${many ? 'were' : 'was'} interrupted`),
};

type Count = Conclusion['gates'];

const standing = ({ passed, all }: Count): Bilingual =>
  passed === all
    ? both(`Etappens alla ${all} grindar är passerade.`, `All ${all} gates of the stage are passed.`)
    : both(
        `Etappen är inte klar: ${passed} av ${all} grindar är passerade, ${all - passed} återstår.`,
        `The stage is not ready: ${passed} of ${all} gates are passed, ${all - passed} remain.`,
      );

/** A run never gives a go, were it to pass every gate. */
const standingAfterRun = (count: Count, stage: string): Bilingual =>
  count.passed < count.all
    ? both(
        standing(count).sv.replace('klar:', 'klar ännu:'),
        standing(count).en.replace('ready:', 'ready yet:'),
      )
    : both(
        `Den här körningen passerar etappens alla ${count.all} grindar. Om etappen är klar avgör bara genrep readiness ${stage}.`,
        `This run passes all ${count.all} gates of the stage. Whether the stage is ready only genrep readiness ${stage} decides.`,
      );
