import type { Of } from '../../domain/activity.ts';
import { news2 } from '../../domain/news2.ts';
import { implausible, PLAUSIBLE_MEASUREMENTS, PLAUSIBLE_NEWS2 } from '../../domain/plausible.ts';
import { allSaid, eachStep, type FlowCheck, saidIn } from '../../flows/checks/check.ts';
import type { VitalsQuestion, VitalsTask } from './activities.ts';

type RecordVitals = Of<VitalsTask, 'record-vitals'>;
type ContributeBloodPressure = Of<VitalsTask, 'contribute-blood-pressure'>;
type Warned = Of<VitalsQuestion, 'early-warning-raised'>;
type NotWarned = Of<VitalsQuestion, 'no-early-warning'>;

/** From here on NEWS2 always warns. Source: Royal College of Physicians, NEWS2, 2017. */
const ALWAYS_WARNS = 7;

/** Every measured value can be true. */
const measurementsCanBeTrue = eachStep(function* (step) {
  const recorded = saidIn<RecordVitals>(step, 'record-vitals');
  const contributed = saidIn<ContributeBloodPressure>(step, 'contribute-blood-pressure');
  const warned = saidIn<Warned>(step, 'early-warning-raised');
  yield* wrongMeasurements(recorded?.values ?? contributed ?? {});
  if (contributed !== undefined && contributed.diastolic >= contributed.systolic)
    yield `undre blodtrycket ${contributed.diastolic} är inte lägre än det övre ${contributed.systolic}; skriv det övre först, till exempel 142/86`;
  if (warned !== undefined) yield implausible(warned.score, PLAUSIBLE_NEWS2);
});

function* wrongMeasurements(values: object): Generator<string | undefined> {
  for (const [field, value] of Object.entries(values)) {
    const range = PLAUSIBLE_MEASUREMENTS[field];
    if (range !== undefined && typeof value === 'number') yield implausible(value, range);
  }
}

/** The warning that is expected follows from the values that were entered. */
const warningsFitTheirValues = eachStep(function* (step, recording) {
  const warned = saidIn<Warned>(step, 'early-warning-raised');
  const expected = warned ?? saidIn<NotWarned>(step, 'no-early-warning');
  if (expected === undefined) return;
  const name = expected.measurement.ref;
  const values = allSaid<RecordVitals>(recording, 'record-vitals').find((task) => task.as === name)?.values;
  if (values === undefined) return;
  const { score } = news2(values);
  const told = `värdena i "${name}" ger NEWS2 ${score}`;
  if (warned === undefined && score >= ALWAYS_WARNS)
    yield `${told}, som ska varna; rätta värdena eller steget`;
  if (warned !== undefined && score !== warned.score)
    yield `${told}, inte ${warned.score}; rätta värdena eller poängen`;
});

export const checks: readonly FlowCheck[] = [measurementsCanBeTrue, warningsFitTheirValues];
