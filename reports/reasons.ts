import type { ClinicalConsequence, OwnerRole, Stage, StageGate } from '../domain/stage.ts';
import { VERDICTS } from '../domain/verdict.ts';
import { failureKey } from './failures.ts';
import type { Act, Reason } from './gates/gate.ts';
import type { GateResult } from './judge-gates.ts';
import { nextStep } from './next-step.ts';

/** A reason with the gate that it shuts. */
export interface EchoedReason extends Reason {
  readonly gate: Pick<StageGate, 'id' | 'sv' | 'en'>;
}

/** A reason with all that is needed to act on it. */
export interface GateReason extends EchoedReason {
  /** What may happen to a patient, or to the work. */
  readonly consequence?: ClinicalConsequence;
  /** Who answers for the gate. */
  readonly owner?: OwnerRole;
  readonly next?: Act;
  /** What else is shut by the very same steps. */
  readonly echoes: readonly EchoedReason[];
}

/**
 * Why gates are shut, what failed before what nobody looked at, and in the order of the gates where it is equally bad. A
 * reason whose every cause another one has told of already is but its echo, and stands under it.
 */
export function reasonsOf(gates: readonly GateResult[], { requirements }: Stage): GateReason[] {
  const all = gates.flatMap((gate) => gate.reasons.map((reason) => ({ gate, reason })));
  const echoes = new Map<Reason, EchoedReason[]>();
  const toldBy = new Map<string, Reason>();
  for (const { gate, reason } of all.toSorted((a, b) => closeness(a.reason) - closeness(b.reason))) {
    const causes = causesOf(reason);
    const [teller] = causes.flatMap((cause) => toldBy.get(cause) ?? []);
    if (teller !== undefined && causes.every((cause) => toldBy.has(cause))) {
      echoes.get(teller)?.push({ ...reason, gate: nameOf(gate) });
      continue;
    }
    echoes.set(reason, []);
    for (const { key } of reason.failures.map((failure) => ({ key: failureKey(failure) })))
      if (!toldBy.has(key)) toldBy.set(key, reason);
  }
  return all
    .flatMap(({ gate, reason }) => {
      const own = echoes.get(reason);
      if (own === undefined) return [];
      const about = requirements.find(({ id }) => id === (reason.requirement ?? shownIn(reason)));
      const next = nextStep(reason, gate);
      return [
        {
          ...reason,
          gate: nameOf(gate),
          ...(about?.consequence === undefined ? {} : { consequence: about.consequence }),
          ...(gate.owner === undefined ? {} : { owner: gate.owner }),
          ...(next === undefined ? {} : { next }),
          echoes: own,
        },
      ];
    })
    .toSorted((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict));
}

const causesOf = ({ causes, failures }: Reason): readonly string[] => causes ?? failures.map(failureKey);

/** A requirement tells of its cause before a single step does, and that before a sum over many. */
const closeness = ({ requirement, failures }: Reason): number =>
  requirement !== undefined && failures.length > 0 ? 0 : failures.length === 1 ? 1 : 2;

const shownIn = ({ failures }: Reason): string | undefined =>
  failures.flatMap(({ requirements }) => requirements)[0];

const nameOf = ({ id, sv, en }: GateResult): EchoedReason['gate'] => ({ id, sv, en });
