import type { UnitKind } from '../../../../domain/role.ts';
import type { Words } from '../description.ts';

/** A certificate, notification or report: to whom, and what it says. */
export interface Statement {
  readonly code: string;
  readonly name: Words;
  readonly to: UnitKind;
  /** Whether it takes a physician. */
  readonly byPhysician: boolean;
  readonly rows: readonly Words[];
  /** The kinds of unit that send it; any that opens charts when absent. */
  readonly from?: readonly UnitKind[];
  /** Whether it may say something else afterwards. */
  readonly mayChange?: true;
}

/** Those that staff send. */
export const STATEMENTS: readonly Statement[] = [
  {
    code: 'sick-leave-certificate',
    name: { sv: 'Läkarintyg för sjukpenning', en: 'Sick leave certificate' },
    to: 'social-insurance',
    byPhysician: true,
    rows: [
      { sv: 'Diagnos', en: 'Diagnosis' },
      { sv: 'Funktionsnedsättning', en: 'Impairment' },
      { sv: 'Nedsättning', en: 'Reduction of work capacity' },
      { sv: 'Från', en: 'From' },
      { sv: 'Till', en: 'To' },
    ],
  },
  {
    code: 'infection-notification',
    name: { sv: 'Smittskyddsanmälan', en: 'Notification of infectious disease' },
    to: 'infection-control',
    byPhysician: true,
    rows: [
      { sv: 'Sjukdom', en: 'Disease' },
      { sv: 'Smittväg', en: 'Route of infection' },
      { sv: 'Smittland', en: 'Country of infection' },
      { sv: 'Åtgärder', en: 'Measures' },
    ],
  },
  {
    code: 'care-certificate',
    name: { sv: 'Vårdintyg', en: 'Certificate for compulsory care' },
    to: 'psychiatry',
    byPhysician: true,
    rows: [
      { sv: 'Undersökning', en: 'Examination' },
      { sv: 'Psykisk störning', en: 'Mental disorder' },
      { sv: 'Vårdbehov', en: 'Need of care' },
      { sv: 'Inställning till vård', en: 'Attitude to care' },
    ],
  },
  {
    code: 'compulsory-admission',
    name: { sv: 'Beslut om intagning', en: 'Decision on compulsory admission' },
    to: 'psychiatry',
    byPhysician: true,
    rows: [
      { sv: 'Beslut', en: 'Decision' },
      { sv: 'Skäl', en: 'Reasons' },
    ],
  },
  {
    code: 'ambulance-alert',
    name: { sv: 'Förvarning', en: 'Pre-alert' },
    to: 'emergency',
    byPhysician: false,
    rows: [
      { sv: 'Larm', en: 'Alert' },
      { sv: 'Symtom', en: 'Symptoms' },
      { sv: 'Insjuknade', en: 'Onset' },
      { sv: 'Ankomst', en: 'Arrival' },
    ],
  },
  {
    code: 'intensive-care-report',
    name: { sv: 'Överrapportering', en: 'Report to intensive care' },
    to: 'intensive-care',
    byPhysician: false,
    rows: [
      { sv: 'Situation', en: 'Situation' },
      { sv: 'Bakgrund', en: 'Background' },
      { sv: 'Aktuellt', en: 'Assessment' },
      { sv: 'Rekommendation', en: 'Recommendation' },
    ],
  },
  {
    code: 'cancer-suspicion',
    name: { sv: 'Besked om välgrundad misstanke', en: 'Notice of well-founded suspicion of cancer' },
    to: 'clinic',
    byPhysician: true,
    rows: [
      { sv: 'Vårdförlopp', en: 'Care pathway' },
      { sv: 'Fynd', en: 'Findings' },
      { sv: 'Välgrundad misstanke', en: 'Well-founded suspicion' },
    ],
  },
  {
    code: 'planned-discharge',
    name: { sv: 'Besked om beräknad utskrivning', en: 'Notice of planned discharge' },
    to: 'municipality',
    byPhysician: false,
    rows: [
      { sv: 'Beräknad dag', en: 'Planned day' },
      { sv: 'Insatser', en: 'Help needed' },
    ],
    from: ['ward'],
    mayChange: true,
  },
  {
    code: 'going-home',
    name: { sv: 'Underrättelse om hemgång', en: 'Notice of going home' },
    to: 'municipality',
    byPhysician: false,
    rows: [
      { sv: 'Dag', en: 'Day' },
      { sv: 'Hjälp första dygnet', en: 'Help the first day' },
    ],
    from: ['ward'],
  },
  {
    code: 'aid-request',
    name: { sv: 'Begäran om bistånd', en: 'Request for aid' },
    to: 'social-services',
    byPhysician: false,
    rows: [
      { sv: 'Behov', en: 'Needs' },
      { sv: 'Önskan', en: 'Wishes' },
    ],
    from: ['ward'],
  },
  {
    code: 'care-plan',
    name: { sv: 'Samordnad individuell plan', en: 'Coordinated individual plan' },
    to: 'municipality',
    byPhysician: false,
    rows: [
      { sv: 'Mål', en: 'Goals' },
      { sv: 'Insatser', en: 'Measures' },
      { sv: 'Ansvariga', en: 'Responsible' },
      { sv: 'Deltagare', en: 'Participants' },
      { sv: 'Uppföljning', en: 'Follow-up' },
    ],
    from: ['primary-care'],
  },
  {
    code: 'care-contact',
    name: { sv: 'Besked om fast vårdkontakt', en: 'Notice of permanent care contact' },
    to: 'ward',
    byPhysician: false,
    rows: [
      { sv: 'Namn', en: 'Name' },
      { sv: 'Enhet', en: 'Unit' },
      { sv: 'Telefon', en: 'Telephone' },
    ],
    from: ['primary-care'],
  },
  {
    code: 'stay-notice',
    name: { sv: 'Underrättelse till vistelsekommunen', en: 'Notice to the municipality of stay' },
    to: 'municipality-of-stay',
    byPhysician: false,
    rows: [
      { sv: 'Vistelse', en: 'Stay' },
      { sv: 'Insatser', en: 'Help needed' },
    ],
    from: ['ward'],
  },
  {
    code: 'discharge-summary',
    name: { sv: 'Slutanteckning till privat vårdcentral', en: 'Discharge summary to a private centre' },
    to: 'private-primary-care',
    byPhysician: false,
    rows: [
      { sv: 'Vårdtid', en: 'Days of care' },
      { sv: 'Läkemedel', en: 'Drugs' },
      { sv: 'Uppföljning', en: 'Follow-up' },
    ],
    from: ['ward'],
  },
  {
    code: 'wound-plan',
    name: { sv: 'Sårplan', en: 'Wound plan' },
    to: 'municipality',
    byPhysician: false,
    rows: [
      { sv: 'Sår', en: 'Wound' },
      { sv: 'Omläggning', en: 'Dressing' },
      { sv: 'Nästa kontroll', en: 'Next check' },
      { sv: 'Hör av dig om', en: 'Call if' },
    ],
    from: ['primary-care'],
  },
  {
    code: 'health-visit',
    name: { sv: 'Hälsobesök', en: 'Health visit' },
    to: 'school-health',
    byPhysician: false,
    rows: [
      { sv: 'Syn', en: 'Vision' },
      { sv: 'Hörsel', en: 'Hearing' },
      { sv: 'Rygg', en: 'Back' },
      { sv: 'Mående', en: 'Well-being' },
    ],
    from: ['school-health'],
  },
  {
    code: 'register-report',
    name: { sv: 'Rapport till vaccinationsregistret', en: 'Report to the vaccination register' },
    to: 'vaccination-register',
    byPhysician: false,
    rows: [
      { sv: 'Vaccin', en: 'Vaccine' },
      { sv: 'Dos', en: 'Dose' },
      { sv: 'Batchnummer', en: 'Batch number' },
      { sv: 'Given', en: 'Given' },
    ],
    from: ['school-health'],
  },
  {
    code: 'self-care-plan',
    name: { sv: 'Egenvårdsplan', en: 'Self-care plan' },
    to: 'school',
    byPhysician: false,
    rows: [
      { sv: 'Läkemedel', en: 'Drug' },
      { sv: 'När', en: 'When' },
      { sv: 'Så ges det', en: 'How' },
      { sv: 'Ring om', en: 'Call if' },
    ],
    from: ['school-health'],
  },
  {
    code: 'school-record',
    name: { sv: 'Överlämnande av elevhälsojournal', en: 'Hand-over of the school health record' },
    to: 'new-school',
    byPhysician: false,
    rows: [
      { sv: 'Vaccinationer', en: 'Vaccinations' },
      { sv: 'Tillväxt', en: 'Growth' },
      { sv: 'Pågående', en: 'Ongoing' },
    ],
    from: ['school-health'],
  },
  {
    code: 'health-declaration',
    name: { sv: 'Hälsodeklaration', en: 'Health declaration' },
    to: 'surgery',
    byPhysician: false,
    rows: [
      { sv: 'Sjukdomar', en: 'Diseases' },
      { sv: 'Läkemedel', en: 'Drugs' },
      { sv: 'Allergi', en: 'Allergy' },
      { sv: 'Vuxen hemma', en: 'Adult at home' },
    ],
  },
  {
    code: 'surgical-checklist',
    name: { sv: 'Checklista före operation', en: 'Surgical safety checklist' },
    to: 'surgery',
    byPhysician: false,
    rows: [
      { sv: 'Identitet', en: 'Identity' },
      { sv: 'Åtgärd och sida', en: 'Procedure and side' },
      { sv: 'Fasta', en: 'Fasting' },
      { sv: 'Antibiotika', en: 'Antibiotics' },
    ],
  },
  {
    code: 'home-readiness',
    name: { sv: 'Hemgångsbedömning', en: 'Assessment before going home' },
    to: 'clinic',
    byPhysician: false,
    rows: [
      { sv: 'Vaken och orienterad', en: 'Awake and oriented' },
      { sv: 'Smärta', en: 'Pain' },
      { sv: 'Ätit och druckit', en: 'Has eaten and drunk' },
      { sv: 'Vuxen hemma', en: 'Adult at home' },
    ],
  },
  {
    code: 'hip-surgery-request',
    name: { sv: 'Anmälan till höftoperation', en: 'Request for hip surgery' },
    to: 'surgery',
    byPhysician: true,
    rows: [
      { sv: 'Åtgärd', en: 'Procedure' },
      { sv: 'Sida', en: 'Side' },
      { sv: 'Antikoagulantia', en: 'Anticoagulants' },
      { sv: 'Fastar sedan', en: 'Fasting since' },
    ],
  },
  {
    code: 'surgery-report',
    name: { sv: 'Operationsrapport', en: 'Report from surgery' },
    to: 'ward',
    byPhysician: false,
    rows: [
      { sv: 'Operation', en: 'Operation' },
      { sv: 'Blödning', en: 'Bleeding' },
      { sv: 'Smärtlindring', en: 'Pain relief' },
      { sv: 'Belastning', en: 'Weight bearing' },
    ],
  },
  {
    code: 'antenatal-enrolment',
    name: { sv: 'Inskrivning i mödravården', en: 'Antenatal enrolment' },
    to: 'maternity',
    byPhysician: false,
    rows: [
      { sv: 'Beräknad förlossning', en: 'Due date' },
      { sv: 'Blodgrupp', en: 'Blood group' },
      { sv: 'Risker', en: 'Risks' },
      { sv: 'Läkemedel', en: 'Drugs' },
    ],
  },
];

/** What patients send from their own pages. */
export const REQUESTS: readonly Statement[] = [
  {
    code: 'renewal-request',
    name: { sv: 'Begäran om receptförnyelse', en: 'Request for renewal of a prescription' },
    to: 'primary-care',
    byPhysician: false,
    rows: [
      { sv: 'Läkemedel', en: 'Drug' },
      { sv: 'Hälsa nu', en: 'Health now' },
    ],
  },
];
