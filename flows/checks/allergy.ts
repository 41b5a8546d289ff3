import { ALLERGENS, type AllergenName, DRUGS } from '../../domain/codes/drugs.ts';
import type { Recording } from '../recording.ts';
import { type FlowCheck, mistake } from './check.ts';

/** A drug is only stopped for an allergy that the patient is known to have, and that shuts that drug. */
export const stopsHaveTheirAllergy: FlowCheck = (recording) =>
  recording.steps.flatMap((step, index) => {
    const { activity } = step;
    if (activity.type !== 'question' || activity.kind !== 'prescription-stopped') return [];
    const { reason, attempt } = activity;
    const { atcPrefix } = ALLERGENS[reason];
    const drug = recording.steps.flatMap(({ activity: task }) =>
      task.type === 'task' && task.kind === 'attempt-to-prescribe' && task.as === attempt.ref
        ? [task.drug]
        : [],
    )[0];
    const before = recording.steps.slice(0, index);
    return [
      ...(drug === undefined || DRUGS[drug].atc.startsWith(atcPrefix)
        ? []
        : [mistake(`${drug} hör inte till det som allergi mot ${reason} stänger (ATC ${atcPrefix}).`, step)]),
      ...(isKnown(reason, recording, before)
        ? []
        : [
            mistake(
              `Ingen allergi mot ${reason} är känd; anteckna den före försöket, eller skriv "Givet en patient mellan … år med ${reason}allergi".`,
              step,
            ),
          ]),
    ];
  });

const isKnown = (allergen: AllergenName, { patient }: Recording, before: Recording['steps']): boolean =>
  patient?.history?.includes(`${allergen}allergi`) === true ||
  before.some(
    ({ activity }) =>
      activity.type === 'task' && activity.kind === 'record-allergy' && activity.allergen === allergen,
  );
