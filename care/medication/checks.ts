import type { Of } from '../../domain/activity.ts';
import type { Allergen } from '../../domain/codes/drugs.ts';
import { decimal, PLAUSIBLE_DOSE_FACTOR } from '../../domain/plausible.ts';
import { allSaid, eachStep, type FlowCheck, saidIn } from '../../flows/checks/check.ts';
import type { MedicationQuestion, MedicationTask } from './activities.ts';

type Recording = Parameters<FlowCheck>[0];
type Prescribed = Of<MedicationTask, 'prescribe' | 'attempt-to-prescribe'>;

/** A drug is only stopped for an allergy that the patient is known to have, and that shuts that drug. */
const stopsHaveTheirAllergy = eachStep(function* (step, recording) {
  const stopped = saidIn<Of<MedicationQuestion, 'prescription-stopped'>>(step, 'prescription-stopped');
  if (stopped === undefined) return;
  const { reason, attempt } = stopped;
  const { word, atcPrefix } = reason;
  const drug = prescribedIn(recording, attempt.ref)?.drug;
  if (drug !== undefined && !drug.atc.startsWith(atcPrefix))
    yield `${drug.word} hör inte till det som allergi mot ${word} stänger (ATC ${atcPrefix})`;
  if (!isKnown(reason, recording, recording.steps.indexOf(step)))
    yield `ingen allergi mot ${word} är känd; anteckna den före försöket, eller skriv "Givet en patient mellan … år med ${word}allergi"`;
});

const isKnown = ({ word }: Allergen, recording: Recording, before: number): boolean =>
  recording.patient?.history?.includes(`${word}allergi`) === true ||
  allSaid<Of<MedicationTask, 'record-allergy'>>(
    { ...recording, steps: recording.steps.slice(0, before) },
    'record-allergy',
  ).some((task) => task.allergen.word === word);

/** What one of each weighs in grams, UCUM. */
const MASSES: Readonly<Record<string, number>> = { g: 1, mg: 1e-3, ug: 1e-6 };

/** A dose is told in a unit of the drug, and can be true. */
const dosesCanBeTrue = eachStep(function* (step, recording) {
  const told =
    saidIn<Of<MedicationTask, 'change-dose'>>(step, 'change-dose') ??
    saidIn<Of<MedicationQuestion, 'dose-on-nurses-list'>>(step, 'dose-on-nurses-list');
  const usual = told && prescribedIn(recording, told.prescription.ref)?.drug;
  if (told === undefined || usual === undefined) return;
  const { dose, unit } = told;
  const factor = sizeOf(dose, unit, usual);
  if (factor === undefined) {
    const units = usual.unit in MASSES ? Object.keys(MASSES).join(', ') : usual.unit;
    yield `${usual.word} doseras i ${units}, inte i ${unit}`;
  } else if (factor < 1 / PLAUSIBLE_DOSE_FACTOR || factor > PLAUSIBLE_DOSE_FACTOR) {
    yield `dosen ${decimal(dose)} ${unit} ${usual.word} kan inte stämma: den vanliga är ${decimal(usual.dose)} ${usual.unit}`;
  }
});

/** How many usual doses it is; nothing where the units cannot be compared. */
function sizeOf(
  dose: number,
  unit: string,
  usual: { readonly dose: number; readonly unit: string },
): number | undefined {
  if (unit === usual.unit) return dose / usual.dose;
  const [one, other] = [MASSES[unit], MASSES[usual.unit]];
  return one === undefined || other === undefined ? undefined : (dose * one) / (usual.dose * other);
}

const prescribedIn = (recording: Recording, name: string): Prescribed | undefined =>
  [
    ...allSaid<Of<MedicationTask, 'prescribe'>>(recording, 'prescribe'),
    ...allSaid<Of<MedicationTask, 'attempt-to-prescribe'>>(recording, 'attempt-to-prescribe'),
  ].find((task) => task.as === name);

export const checks: readonly FlowCheck[] = [stopsHaveTheirAllergy, dosesCanBeTrue];
