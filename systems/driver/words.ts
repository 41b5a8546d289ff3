import type { ResourceType } from '@medplum/fhirtypes';

/** What the resources that the flows use are to the people who read a report. */
const NOUNS: Partial<Record<ResourceType, string>> = {
  AllergyIntolerance: 'en överkänslighet',
  Appointment: 'en bokad tid',
  Communication: 'ett meddelande',
  Consent: 'ett samtycke',
  DetectedIssue: 'en varning',
  DiagnosticReport: 'ett provsvar',
  DocumentReference: 'ett dokument',
  Encounter: 'en vårdkontakt',
  ImagingStudy: 'en bildundersökning',
  MedicationAdministration: 'en given dos',
  MedicationRequest: 'en läkemedelsordination',
  Observation: 'en mätning',
  Organization: 'en enhet',
  Patient: 'en person',
  ServiceRequest: 'en provbeställning',
  Specimen: 'ett prov',
  Task: 'en uppgift',
};

/** 'ett provsvar (DiagnosticReport)' */
export function nounOf(type: ResourceType): string {
  const noun = NOUNS[type];
  return noun === undefined ? type : `${noun} (${type})`;
}

/** A text as it can stand in a sentence: line breaks shown, not too long, in quotation marks. */
export function quoted(text: string, longest = 200): string {
  const line = text.replaceAll('\r', '').replaceAll('\n', '⏎');
  return `”${line.length > longest ? `${line.slice(0, longest)}…` : line}”`;
}

/** 'a', 'a och b', 'a, b och c' */
export function listed(parts: readonly string[], conjunction = 'och'): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}
