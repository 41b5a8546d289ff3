import type { Attachment, DocumentReference } from '@medplum/fhirtypes';

/** UTF-8 text as FHIR carries it. */
export function attachmentOf(text: string): Attachment {
  const bytes = new TextEncoder().encode(text);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return { contentType: 'text/plain; charset=utf-8', data: btoa(binary) };
}

export function textOf(document: DocumentReference): string {
  const data = document.content?.[0]?.attachment?.data ?? '';
  return new TextDecoder().decode(Uint8Array.from(atob(data), (character) => character.charCodeAt(0)));
}
