import { type ActivityKind, nameGiven, namesNeeded } from '../domain/activity.ts';
import type { Law, Vocabulary } from '../domain/area.ts';
import type { Verdict } from '../domain/verdict.ts';
import { type Bilingual, both } from '../pages/bilingual.ts';
import type { InstanceResult, StepResult } from './instances.ts';
import { WRONG } from './wrong.ts';

/** A law of conservation, and the kind of task that sends what it is about. */
interface LawOfKind extends Law {
  readonly sentBy: ActivityKind;
}

/** What became of everything sent that a law is about. */
interface ConservationLine extends Bilingual {
  readonly law: string;
  /** Acknowledged by the system under test. */
  readonly sent: number;
  /** Of these: found where they must be; not found; and looked for by nobody. */
  readonly kept: number;
  readonly lost: number;
  readonly notLookedFor: number;
}

/** Something that was sent and is not where it must be. */
interface Missing {
  readonly law: string;
  readonly what: Bilingual;
  readonly run: string;
  readonly instance: string;
  readonly flow: string;
  /** What the flow calls it. */
  readonly name: string;
  /** What the system under test calls it, where the driver knows. */
  readonly reference?: string;
  readonly verdict: Verdict;
  readonly observed?: string;
}

export interface Conservation {
  readonly lines: readonly ConservationLine[];
  readonly missing: readonly Missing[];
}

/** Whether everything sent was found where it must be, once; from the acts and the looks in the evidence. */
export function conservationIn(instances: readonly InstanceResult[], vocabulary: Vocabulary): Conservation {
  const laws = vocabulary.activities.flatMap((facts): LawOfKind[] =>
    facts.type === 'task' ? (facts.conserved ?? []).map((law) => ({ ...law, sentBy: facts.kind })) : [],
  );
  const followed = laws.map((law) => ({
    law,
    fates: instances.flatMap((instance) => fatesIn(instance, law)),
  }));
  return {
    lines: followed.map(({ law: { id, sv, en }, fates }) => ({
      law: id,
      sv,
      en,
      sent: fates.length,
      kept: fates.filter(({ verdict }) => verdict === 'pass').length,
      lost: fates.filter(({ verdict }) => verdict !== undefined && WRONG.has(verdict)).length,
      notLookedFor: fates.filter(({ verdict }) => verdict === undefined).length,
    })),
    missing: followed.flatMap(({ law, fates }) => fates.flatMap((fate) => missingOf(law, fate))),
  };
}

interface Look {
  readonly verdict: Verdict;
  readonly observed?: string;
}

/** What is known of something sent; without a verdict when nobody looked. */
interface Fate extends Partial<Look> {
  readonly instance: InstanceResult;
  readonly name: string;
  readonly reference?: string;
}

function fatesIn(instance: InstanceResult, { sentBy, shownBy }: LawOfKind): Fate[] {
  return instance.steps.flatMap(({ kind, verdict, step, ended }) => {
    const name = step.activity.type === 'wait' ? undefined : nameGiven(step.activity);
    if (kind !== sentBy || verdict !== 'pass' || name === undefined) return [];
    const reference = ended?.outcome?.reference === undefined ? {} : { reference: ended.outcome.reference };
    const looks = looksAt(instance, shownBy, name);
    const look = looks.find((each) => WRONG.has(each.verdict)) ?? looks[0];
    return [{ instance, name, ...reference, ...look }];
  });
}

/** Those of the flow itself, and those at the end of the run. */
function looksAt(instance: InstanceResult, kinds: readonly ActivityKind[], name: string): Look[] {
  const own = instance.steps
    .filter((step) => isLookAt(step, kinds, name))
    .map(({ verdict, ended }) => ({ verdict, observed: ended?.observed }));
  const final = instance.history.reconciled.filter((look) => look.name === name && kinds.includes(look.kind));
  return [...own, ...final].map(({ verdict, observed }) => ({
    verdict,
    ...(observed === undefined ? {} : { observed }),
  }));
}

const isLookAt = (
  { kind, step, coverage }: StepResult,
  kinds: readonly ActivityKind[],
  name: string,
): boolean =>
  kind !== undefined &&
  kinds.includes(kind) &&
  coverage === 'observed' &&
  step.activity.type !== 'wait' &&
  namesNeeded(step.activity).includes(name);

const missingOf = ({ id, sv, en }: Law, { instance, name, reference, verdict, observed }: Fate): Missing[] =>
  verdict === undefined || !WRONG.has(verdict)
    ? []
    : [
        {
          law: id,
          what: both(sv, en),
          run: instance.run,
          instance: instance.instance,
          flow: instance.flow.name,
          name,
          ...(reference === undefined ? {} : { reference }),
          verdict,
          ...(observed === undefined ? {} : { observed }),
        },
      ];
