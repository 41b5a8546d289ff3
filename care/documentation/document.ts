import type { CodeableConcept, DocumentReference } from '@medplum/fhirtypes';
import { decodeBase64, encodeBase64 } from '../../systems/driver/base64.ts';
import { pointers } from '../../systems/fhir-r4/concepts.ts';
import { encounterOf, type Workstation } from '../../systems/fhir-r4/workstation.ts';

/** A text of the journal, as the one at the workstation writes it. */
export function documentOf(type: CodeableConcept, text: string, at: Workstation): DocumentReference {
  const encounter = pointers(encounterOf(at));
  return {
    resourceType: 'DocumentReference',
    status: 'current',
    type,
    subject: { reference: at.patient },
    date: at.now(),
    author: [at.me],
    content: [{ attachment: { contentType: 'text/plain; charset=utf-8', data: encodeBase64(text) } }],
    context: encounter && { encounter },
  };
}

export const textOf = ({ content }: DocumentReference): string =>
  decodeBase64(content?.[0]?.attachment?.data ?? '');
