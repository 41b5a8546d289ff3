/** Those who act in a flow. The Swedish names are those of the step sentences, in their definite form. */
export const ROLES = {
  physician: { sv: 'läkaren', en: 'the physician', title: 'Läkare', initials: 'L' },
  nurse: { sv: 'sjuksköterskan', en: 'the nurse', title: 'Sjuksköterska', initials: 'S' },
  'assistant-nurse': {
    sv: 'undersköterskan',
    en: 'the assistant nurse',
    title: 'Undersköterska',
    initials: 'U',
  },
  'district-nurse': {
    sv: 'distriktssköterskan',
    en: 'the district nurse',
    title: 'Distriktssköterska',
    initials: 'D',
  },
  midwife: { sv: 'barnmorskan', en: 'the midwife', title: 'Barnmorska', initials: 'BM' },
  'medical-secretary': {
    sv: 'medicinska sekreteraren',
    en: 'the medical secretary',
    title: 'Medicinsk sekreterare',
    initials: 'MS',
  },
  'biomedical-scientist': {
    sv: 'biomedicinska analytikern',
    en: 'the biomedical scientist',
    title: 'Biomedicinsk analytiker',
    initials: 'BMA',
  },
  pharmacist: { sv: 'farmaceuten', en: 'the pharmacist', title: 'Farmaceut', initials: 'F' },
  'care-manager': {
    sv: 'biståndshandläggaren',
    en: 'the municipal care manager',
    title: 'Biståndshandläggare',
    initials: 'BH',
  },
  'case-officer': {
    sv: 'handläggaren',
    en: 'the case officer',
    title: 'Handläggare',
    initials: 'H',
  },
  'school-staff': {
    sv: 'elevassistenten',
    en: 'the pupil’s assistant',
    title: 'Elevassistent',
    initials: 'EA',
  },
  patient: { sv: 'patienten', en: 'the patient', title: 'Patient', initials: 'P' },
} as const;

export type Role = keyof typeof ROLES;

/** Kinds of unit a step can take place at; a day or a system profile names the real ones. */
export const UNIT_KINDS = {
  emergency: { sv: 'akuten', phrase: 'på akuten', en: 'the emergency department' },
  ward: { sv: 'avdelningen', phrase: 'på avdelningen', en: 'the ward' },
  laboratory: { sv: 'laboratoriet', phrase: 'på laboratoriet', en: 'the laboratory' },
  pharmacy: { sv: 'läkemedelsenheten', phrase: 'på läkemedelsenheten', en: 'the pharmacy unit' },
  'community-pharmacy': { sv: 'apoteket', phrase: 'på apoteket', en: 'the community pharmacy' },
  surgery: { sv: 'operation', phrase: 'på operation', en: 'the operating department' },
  clinic: { sv: 'mottagningen', phrase: 'på mottagningen', en: 'the outpatient clinic' },
  'primary-care': { sv: 'vårdcentralen', phrase: 'på vårdcentralen', en: 'the primary care centre' },
  ambulance: { sv: 'ambulansen', phrase: 'i ambulansen', en: 'the ambulance' },
  imaging: { sv: 'röntgen', phrase: 'på röntgen', en: 'the imaging department' },
  'intensive-care': { sv: 'IVA', phrase: 'på IVA', en: 'the intensive care unit' },
  maternity: { sv: 'förlossningen', phrase: 'på förlossningen', en: 'the maternity ward' },
  'antenatal-care': { sv: 'mödravården', phrase: 'i mödravården', en: 'antenatal care' },
  psychiatry: { sv: 'psykiatrin', phrase: 'på psykiatrin', en: 'the psychiatric ward' },
  'school-health': { sv: 'elevhälsan', phrase: 'i elevhälsan', en: 'school health care' },
  'infection-control': {
    sv: 'smittskyddsenheten',
    phrase: 'på smittskyddsenheten',
    en: 'the infection control unit',
  },
  'social-insurance': {
    sv: 'Försäkringskassan',
    phrase: 'på Försäkringskassan',
    en: 'the social insurance agency',
  },
  'home-care': { sv: 'hemsjukvården', phrase: 'i hemsjukvården', en: 'home health care' },
  'social-services': { sv: 'socialtjänsten', phrase: 'i socialtjänsten', en: 'the social services' },
  'municipality-of-stay': {
    sv: 'vistelsekommunen',
    phrase: 'i vistelsekommunen',
    en: 'the municipality of stay',
  },
  'private-primary-care': {
    sv: 'den privata vårdcentralen',
    phrase: 'på den privata vårdcentralen',
    en: 'the private primary care centre',
  },
  school: { sv: 'skolan', phrase: 'på skolan', en: 'the school' },
  'new-school': {
    sv: 'den nya skolans elevhälsa',
    phrase: 'i den nya skolans elevhälsa',
    en: 'health care of the new school',
  },
  'vaccination-register': {
    sv: 'vaccinationsregistret',
    phrase: 'på vaccinationsregistret',
    en: 'the vaccination register',
  },
  municipality: { sv: 'kommunen', phrase: 'i kommunen', en: 'the municipality' },
} as const;

export type UnitKind = keyof typeof UNIT_KINDS;

/** Somebody who acts: a role at a kind of unit; a patient acts from home, at no unit. */
export interface Actor {
  readonly role: Role;
  readonly unit: UnitKind | null;
  /** Tells two of the same role at the same unit apart: 'day' and 'evening' nurse of one ward. */
  readonly shift?: Shift;
}

export const SHIFTS = { day: 'dag', evening: 'kväll', night: 'natt' } as const;
export type Shift = keyof typeof SHIFTS;

/** 'nurse@ward', 'nurse@ward/evening', 'patient': the key of an actor in profiles, evidence and session pools. */
export function actorKey(actor: Actor): string {
  const place = actor.unit === null ? actor.role : `${actor.role}@${actor.unit}`;
  return actor.shift === undefined ? place : `${place}/${actor.shift}`;
}

/** 'sjuksköterskan på avdelningen', for messages and reports. */
export function actorPhrase(actor: Actor): string {
  const role = ROLES[actor.role].sv;
  const name = actor.shift === undefined ? role : `${SHIFTS[actor.shift]}s${role}`;
  return actor.unit === null ? name : `${name} ${UNIT_KINDS[actor.unit].phrase}`;
}
