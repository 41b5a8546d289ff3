import type { ActivityKind } from '../../domain/activity.ts';

/** What the patient does or sees, signed in on the pages of 1177. */
const PATIENT_ACTIVITIES: ReadonlySet<ActivityKind> = new Set<ActivityKind>([
  'contribute-blood-pressure',
  'patient-reads-note',
  'patient-reads-answer',
  'medication-lists-agree',
]);

export const isPatientActivity = (kind: ActivityKind): boolean => PATIENT_ACTIVITIES.has(kind);
