import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { Patient } from '../../domain/patient.ts';
import { decodeBase64 } from './base64.ts';

/** Fields that never hold what a person reads. */
const TECHNICAL = new Set(['id', 'reference', 'versionId', 'lastUpdated', 'system', 'contentType', 'url']);

/**
 * What of a person's name and address can be read in something: nothing, where an identity is shielded. Whole words only
 * (a woman called Bo is not shown by the word Borås); names of staff are not looked at.
 * @param shown any resource or list of resources
 */
export function identityShown(patient: Patient, shown: unknown): string[] {
  const text = textsIn(shown).join('\n');
  return [
    { what: 'förnamnet', shows: containsWord(text, patient.givenName) },
    { what: 'efternamnet', shows: containsWord(text, patient.familyName) },
    { what: 'gatuadressen', shows: containsWord(text, patient.address.line) },
    {
      what: 'postnumret',
      shows: containsWord(
        text.replaceAll(/(\d) (?=\d)/g, '$1'),
        patient.address.postalCode.replaceAll(' ', ''),
      ),
    },
  ].flatMap(({ what, shows }) => (shows ? [what] : []));
}

/** Whether a word or some words stand in a text, in any case; with `beginning` the text's word may go on. */
export function containsWord(
  text: string,
  word: string,
  options: { readonly beginning?: boolean } = {},
): boolean {
  if (word === '') return false;
  const here = text.toLowerCase();
  const sought = word.toLowerCase();
  for (let at = here.indexOf(sought); at >= 0; at = here.indexOf(sought, at + 1)) {
    const before = here.charAt(at - 1);
    const after = here.charAt(at + sought.length);
    if (!isWordCharacter(before) && (options.beginning === true || !isWordCharacter(after))) return true;
  }
  return false;
}

// Not /\p{L}/u: k6's regular expressions never match it.
const isWordCharacter = (character: string): boolean =>
  character.toLowerCase() !== character.toUpperCase() || (character >= '0' && character <= '9');

/** Gathers what a person reads in something, into one list all the way down. */
function textsIn(value: unknown, key = '', texts: string[] = []): string[] {
  if (typeof value === 'string') {
    if (!TECHNICAL.has(key)) texts.push(key === 'data' ? decodeBase64(value) : value);
  } else if (Array.isArray(value)) {
    for (const each of value) textsIn(each, key, texts);
  } else if (typeof value === 'object' && value !== null && !isStaff(value)) {
    for (const name in value) textsIn((value as Record<string, unknown>)[name], name, texts);
  }
  return texts;
}

const isStaff = (value: object): boolean =>
  'identifier' in value &&
  typeof value.identifier === 'object' &&
  value.identifier !== null &&
  'system' in value.identifier &&
  value.identifier.system === SYSTEMS.hsaId;
