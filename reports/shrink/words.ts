import type { Component } from '../../domain/fact.ts';
import { COMPONENTS } from '../../domain/fact.ts';
import { FEW_FLOWS, type ShrinkResult, type ShrunkCause } from '../../domain/shrink.ts';
import { type Bilingual, both } from '../../pages/bilingual.ts';

/** 'KRAV-LAB-01, laboratoriekedjan: ordinationen på arbetslistan' */
export function causeTitle({ requirements, component, sv, en }: ShrunkCause): Bilingual {
  const part = COMPONENTS[component as Component];
  const about = requirements.join(', ');
  return both(
    `${about === '' ? 'Inget krav' : about}, ${part.sv}: ${sv}`,
    `${about === '' ? 'No requirement' : about}, ${part.en}: ${en}`,
  );
}

/** How little shows it, or why nothing can be said of that. */
export function flowsSentence({ outcome, seen, smallest, count }: ShrunkCause): Bilingual {
  const often = both(`${seen.count} av ${seen.of} gånger`, `${seen.count} of ${seen.of} times`);
  if (smallest === undefined) return NOT_SHRUNK[outcome](often);
  const { flows, case: one } = smallest;
  const steps = flows.reduce((sum, { steps: left }) => sum + left.length, 0);
  const all = flows.reduce((sum, { of }) => sum + of, 0);
  const order =
    flows.length < 2
      ? both('', '')
      : one.together
        ? both(' De måste komma samtidigt.', ' They must come at the same time.')
        : both(
            ' Det räcker att de kommer efter varandra.',
            ' It is enough that they come one after the other.',
          );
  const drawn =
    Object.keys(one.drawn).length > 0
      ? both(' Värdena måste ligga vid sina gränser.', ' The values must lie at their limits.')
      : both('', '');
  return both(
    `${flows.length} ${flows.length === 1 ? 'patient' : 'patienter'} och ${steps} av ${all} steg visar det, ${often.sv}; körningen såg det ${count} gånger.${order.sv}${drawn.sv}`,
    `${flows.length} ${flows.length === 1 ? 'patient' : 'patients'} and ${steps} of ${all} steps show it, ${often.en}; the run saw it ${count} times.${order.en}${drawn.en}`,
  );
}

const NOT_SHRUNK: Readonly<Record<ShrunkCause['outcome'], (often: Bilingual) => Bilingual>> = {
  shrunk: () => both('', ''),
  unstable: ({ sv, en }) =>
    both(
      `Går inte att krympa: det syntes ${sv} när allt spelades om.`,
      `Cannot be shrunk: it was seen ${en} when all was played again.`,
    ),
  'not-seen': ({ sv, en }) =>
    both(
      `Går inte att krympa: det syntes ${sv}. Tiden på dagen, belastningen eller något utanför flödena kan behövas.`,
      `Cannot be shrunk: it was seen ${en}. The time of day, the load or something beside the flows may be needed.`,
    ),
  'out-of-runs': ({ sv, en }) =>
    both(
      `De korta körningarna tog slut innan det var krympt: det syntes ${sv}. Fortsätt med fler, --runs.`,
      `There were no short runs left before it was shrunk: it was seen ${en}. Go on with more, --runs.`,
    ),
};

/** How many causes came down to how little, in one sentence. */
export function conclusionOf({ causes, played, run, flows }: ShrinkResult): Bilingual {
  const small = causes.filter(
    ({ smallest }) => (smallest?.flows.length ?? Number.POSITIVE_INFINITY) <= FEW_FLOWS,
  );
  return both(
    `${run}: ${causes.length} ${causes.length === 1 ? 'orsak' : 'orsaker'}, ${small.length} krympta från ${flows} flöden till högst ${FEW_FLOWS}, med ${played} korta körningar.`,
    `${run}: ${causes.length} ${causes.length === 1 ? 'cause' : 'causes'}, ${small.length} shrunk from ${flows} flows to ${FEW_FLOWS} at most, in ${played} short runs.`,
  );
}
