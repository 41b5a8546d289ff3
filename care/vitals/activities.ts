import type { VitalSigns } from '../../domain/news2.ts';
import type { Ref } from '../../domain/ref.ts';

export type VitalsTask =
  | {
      readonly type: 'task';
      readonly kind: 'record-vitals';
      readonly values: VitalSigns;
      readonly as: string;
    }
  /** The patient's own measurement, from home. */
  | {
      readonly type: 'task';
      readonly kind: 'contribute-blood-pressure';
      /** mmHg */
      readonly systolic: number;
      /** mmHg */
      readonly diastolic: number;
      readonly as: string;
    };

export type VitalsQuestion =
  /** Exactly the recorded values stand in this patient's chart, and no others from the same moment. */
  | { readonly type: 'question'; readonly kind: 'vitals-in-chart'; readonly measurement: Ref }
  | {
      readonly type: 'question';
      readonly kind: 'early-warning-raised';
      readonly measurement: Ref;
      /** The NEWS2 score that the warning must show. */
      readonly score: number;
    }
  | { readonly type: 'question'; readonly kind: 'no-early-warning'; readonly measurement: Ref }
  /** Staff see the home measurement, marked as the patient's own. */
  | {
      readonly type: 'question';
      readonly kind: 'contribution-marked-as-patients-own';
      readonly measurement: Ref;
    };

export const recordVitals = (values: VitalSigns, as: string): VitalsTask => ({
  type: 'task',
  kind: 'record-vitals',
  values,
  as,
});
export const contributeBloodPressure = (systolic: number, diastolic: number, as: string): VitalsTask => ({
  type: 'task',
  kind: 'contribute-blood-pressure',
  systolic,
  diastolic,
  as,
});

export const vitalsInChart = (measurement: Ref): VitalsQuestion => ({
  type: 'question',
  kind: 'vitals-in-chart',
  measurement,
});
export const earlyWarningRaised = (measurement: Ref, score: number): VitalsQuestion => ({
  type: 'question',
  kind: 'early-warning-raised',
  measurement,
  score,
});
export const noEarlyWarning = (measurement: Ref): VitalsQuestion => ({
  type: 'question',
  kind: 'no-early-warning',
  measurement,
});
export const contributionMarkedAsPatientsOwn = (measurement: Ref): VitalsQuestion => ({
  type: 'question',
  kind: 'contribution-marked-as-patients-own',
  measurement,
});
