import type { ActivityKind, Question, Task } from '../../domain/activity.ts';
import type { Actor } from '../../domain/role.ts';

/** One line of a case: what somebody does or looks for, and what must come of it. */
export type Line =
  | { readonly line: 'does'; readonly actor: Actor; readonly task: Task }
  /** The same for another person, while this flow takes it for its own. */
  | { readonly line: 'does-elsewhere'; readonly actor: Actor; readonly task: Task }
  | { readonly line: 'is-refused'; readonly actor: Actor; readonly task: Task }
  | { readonly line: 'sees'; readonly actor: Actor; readonly question: Question }
  | { readonly line: 'sees-not'; readonly actor: Actor; readonly question: Question }
  /** From here on the flow takes what it did under this name for something else than it was. */
  | { readonly line: 'misremembers'; readonly task: Task };

/** A short flow in which a driver must tell yes from no. */
export interface Case {
  readonly title: string;
  readonly protectedIdentity?: boolean;
  readonly lines: readonly Line[];
}

export const does = (actor: Actor, task: Task): Line => ({ line: 'does', actor, task });
export const doesElsewhere = (actor: Actor, task: Task): Line => ({ line: 'does-elsewhere', actor, task });
export const isRefused = (actor: Actor, task: Task): Line => ({ line: 'is-refused', actor, task });
export const sees = (actor: Actor, question: Question): Line => ({ line: 'sees', actor, question });
export const seesNot = (actor: Actor, question: Question): Line => ({ line: 'sees-not', actor, question });
export const misremembers = (task: Task): Line => ({ line: 'misremembers', task });

export function kindOf(line: Line): ActivityKind {
  return 'task' in line ? line.task.kind : line.question.kind;
}

export const STAFF = {
  secretary: { role: 'medical-secretary', unit: 'emergency' },
  wardSecretary: { role: 'medical-secretary', unit: 'ward' },
  nurse: { role: 'nurse', unit: 'emergency' },
  physician: { role: 'physician', unit: 'emergency' },
  wardNurse: { role: 'nurse', unit: 'ward' },
  eveningNurse: { role: 'nurse', unit: 'ward', shift: 'evening' },
  wardPhysician: { role: 'physician', unit: 'ward' },
  assistant: { role: 'assistant-nurse', unit: 'ward' },
  scientist: { role: 'biomedical-scientist', unit: 'laboratory' },
  pharmacist: { role: 'pharmacist', unit: 'pharmacy' },
  districtNurse: { role: 'nurse', unit: 'primary-care' },
  generalPractitioner: { role: 'physician', unit: 'primary-care' },
  clinicSecretary: { role: 'medical-secretary', unit: 'clinic' },
  surgeon: { role: 'physician', unit: 'surgery' },
  surgeryNurse: { role: 'nurse', unit: 'surgery' },
  clinicPhysician: { role: 'physician', unit: 'clinic' },
  ambulanceNurse: { role: 'nurse', unit: 'ambulance' },
  radiologist: { role: 'physician', unit: 'imaging' },
  intensivist: { role: 'physician', unit: 'intensive-care' },
  intensiveNurse: { role: 'nurse', unit: 'intensive-care' },
  psychiatrist: { role: 'physician', unit: 'psychiatry' },
  communityPharmacist: { role: 'pharmacist', unit: 'community-pharmacy' },
  midwife: { role: 'midwife', unit: 'maternity' },
  schoolNurse: { role: 'nurse', unit: 'school-health' },
  schoolPhysician: { role: 'physician', unit: 'school-health' },
  infectionPhysician: { role: 'physician', unit: 'infection-control' },
  caseOfficer: { role: 'case-officer', unit: 'social-insurance' },
  homeNurse: { role: 'district-nurse', unit: 'home-care' },
  homeAssistant: { role: 'assistant-nurse', unit: 'home-care' },
  municipalNurse: { role: 'district-nurse', unit: 'municipality' },
  careManager: { role: 'care-manager', unit: 'municipality' },
  patient: { role: 'patient', unit: null },
} as const satisfies Record<string, Actor>;
