/** Text as string searches compare it: without case and accents, as FHIR asks ("Åsa" is found by "asa"). */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
