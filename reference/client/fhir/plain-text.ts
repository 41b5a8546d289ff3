import type { Attachment, DocumentReference } from '@medplum/fhirtypes';

/** UTF-8 text as FHIR carries it. */
export function attachmentOf(text: string): Attachment {
  const bytes = new TextEncoder().encode(text);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return { contentType: 'text/plain; charset=utf-8', data: btoa(binary) };
}

export const textOf = (document: DocumentReference): string =>
  textIn(document.content?.[0]?.attachment?.data ?? '');

/** The text behind base64. */
export const textIn = (data: string): string =>
  new TextDecoder().decode(Uint8Array.from(atob(data), (character) => character.charCodeAt(0)));
