import type { Activity } from '../../domain/activity.ts';
import { DRUGS } from '../../domain/codes/drugs.ts';
import { LABORATORY_TESTS } from '../../domain/codes/laboratory-tests.ts';
import {
  decimal,
  implausible,
  PLAUSIBLE_ANSWERS,
  PLAUSIBLE_DOSE_FACTOR,
  PLAUSIBLE_MEASUREMENTS,
  PLAUSIBLE_NEWS2,
} from '../../domain/plausible.ts';
import type { Recording } from '../recording.ts';
import { type FlowCheck, mistake } from './check.ts';

/** Every measured, answered and ordered quantity can be true, and stands in the unit it is told in. */
export const quantitiesCanBeTrue: FlowCheck = (recording) =>
  recording.steps.flatMap((step) => {
    const { activity } = step;
    if (activity.type === 'wait') return [];
    return [...wrongIn(activity, recording)].map((told) => mistake(`${capital(told)}.`, step));
  });

function* wrongIn(activity: Activity, recording: Recording): Generator<string> {
  switch (activity.kind) {
    case 'record-vitals':
      yield* wrongMeasurements(activity.values);
      return;
    case 'contribute-blood-pressure':
      yield* wrongMeasurements(activity);
      if (activity.diastolic >= activity.systolic)
        yield `undre blodtrycket ${activity.diastolic} är inte lägre än det övre ${activity.systolic}; skriv det övre först, till exempel 142/86`;
      return;
    case 'early-warning-raised':
      yield* some(implausible(activity.score, PLAUSIBLE_NEWS2));
      return;
    case 'answer-order':
      yield* wrongAnswer(activity, recording);
      return;
    case 'change-dose':
    case 'dose-on-nurses-list':
      yield* wrongDose(activity, recording);
  }
}

function* wrongMeasurements(values: object): Generator<string> {
  for (const [field, value] of Object.entries(values)) {
    const range = PLAUSIBLE_MEASUREMENTS[field];
    if (range !== undefined && typeof value === 'number') yield* some(implausible(value, range));
  }
}

function* wrongAnswer(
  { order, answer }: Extract<Activity, { kind: 'answer-order' }>,
  { steps }: Recording,
): Generator<string> {
  if ('text' in answer) {
    if (answer.text.trim() === '') yield `svaret på "${order.ref}" är tomt; skriv svarets ord mellan """`;
    return;
  }
  for (const { activity } of steps) {
    if (activity.type !== 'task' || activity.kind !== 'order-test' || activity.as !== order.ref) continue;
    const { unit } = LABORATORY_TESTS[activity.test];
    const { [activity.test]: range } = PLAUSIBLE_ANSWERS;
    if (unit === null)
      yield `${activity.test} besvaras med ord och inte med ${decimal(answer.value)} ${answer.unit}; skriv "… svarar på "${order.ref}" som "…" med orden:" och svaret mellan """`;
    else if (answer.unit !== unit) yield `${activity.test} besvaras i ${unit}, inte i ${answer.unit}`;
    else if (range !== undefined) yield* some(implausible(answer.value, range));
  }
}

/** What one of each weighs in grams, UCUM. */
const MASSES: Readonly<Record<string, number>> = { g: 1, mg: 1e-3, ug: 1e-6 };

function* wrongDose(
  { prescription, dose, unit }: { prescription: { ref: string }; dose: number; unit: string },
  { steps }: Recording,
): Generator<string> {
  for (const { activity } of steps) {
    const ordered =
      activity.type === 'task' && (activity.kind === 'prescribe' || activity.kind === 'attempt-to-prescribe');
    if (!ordered || activity.as !== prescription.ref) continue;
    const usual = DRUGS[activity.drug];
    const factor = sizeOf(dose, unit, usual);
    if (factor === undefined) {
      const units = usual.unit in MASSES ? Object.keys(MASSES).join(', ') : usual.unit;
      yield `${activity.drug} doseras i ${units}, inte i ${unit}`;
    } else if (factor < 1 / PLAUSIBLE_DOSE_FACTOR || factor > PLAUSIBLE_DOSE_FACTOR) {
      yield `dosen ${decimal(dose)} ${unit} ${activity.drug} kan inte stämma: den vanliga är ${decimal(usual.dose)} ${usual.unit}`;
    }
  }
}

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

const some = (told: string | undefined): readonly string[] => (told === undefined ? [] : [told]);
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
