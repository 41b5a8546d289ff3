export const TRIAGE_COLOURS = {
  red: 'röd',
  orange: 'orange',
  yellow: 'gul',
  green: 'grön',
  blue: 'blå',
} as const;
export type TriageColour = keyof typeof TRIAGE_COLOURS;

/** Where a shielded identity could show through. */
export const SURFACES = {
  'unit-list': 'enhetens lista',
  chart: 'journalen',
  letter: 'kallelsebrevet',
  label: 'etiketten',
  export: 'journalutdraget',
} as const;
export type Surface = keyof typeof SURFACES;

export type AdmissionTask =
  /** The patient is registered as arrived at the actor's unit. */
  | { readonly type: 'task'; readonly kind: 'register-arrival'; readonly reason: string; readonly as: string }
  | { readonly type: 'task'; readonly kind: 'triage'; readonly colour: TriageColour }
  /** The patient is admitted to a bed on the ward. */
  | { readonly type: 'task'; readonly kind: 'admit'; readonly as: string }
  | { readonly type: 'task'; readonly kind: 'call-in' }
  | { readonly type: 'task'; readonly kind: 'declare-ready-for-discharge'; readonly as: string }
  | { readonly type: 'task'; readonly kind: 'discharge'; readonly as: string }
  | { readonly type: 'task'; readonly kind: 'print-document'; readonly document: 'letter' | 'label' };

export type AdmissionQuestion =
  | { readonly type: 'question'; readonly kind: 'patient-on-unit-list' }
  /** The patient is on the ward's list, with a bed. */
  | { readonly type: 'question'; readonly kind: 'bed-on-ward-list' }
  /** Neither name nor address of the patient can be read on this surface. */
  | { readonly type: 'question'; readonly kind: 'identity-shielded'; readonly surface: Surface };

export const registerArrival = (reason: string, as: string): AdmissionTask => ({
  type: 'task',
  kind: 'register-arrival',
  reason,
  as,
});
export const triage = (colour: TriageColour): AdmissionTask => ({ type: 'task', kind: 'triage', colour });
export const admit = (as: string): AdmissionTask => ({ type: 'task', kind: 'admit', as });
export const callIn = (): AdmissionTask => ({ type: 'task', kind: 'call-in' });
export const declareReadyForDischarge = (as: string): AdmissionTask => ({
  type: 'task',
  kind: 'declare-ready-for-discharge',
  as,
});
export const discharge = (as: string): AdmissionTask => ({ type: 'task', kind: 'discharge', as });
export const printDocument = (document: 'letter' | 'label'): AdmissionTask => ({
  type: 'task',
  kind: 'print-document',
  document,
});

export const patientOnUnitList = (): AdmissionQuestion => ({
  type: 'question',
  kind: 'patient-on-unit-list',
});
export const bedOnWardList = (): AdmissionQuestion => ({ type: 'question', kind: 'bed-on-ward-list' });
export const identityShielded = (surface: Surface): AdmissionQuestion => ({
  type: 'question',
  kind: 'identity-shielded',
  surface,
});
