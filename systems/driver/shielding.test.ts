import { describe, expect, it } from 'vitest';
import { person } from '../testing/people.ts';
import { encodeBase64 } from './base64.ts';
import { containsWord, identityShown } from './shielding.ts';

const patient = person(1, true);

describe('a shielded identity', () => {
  it.each([
    ['the given name', { name: [{ given: ['ÅSA'] }] }, ['förnamnet']],
    ['the family name in a sentence', { text: 'Kallelse till Öfverbeck, Åsa' }, ['förnamnet', 'efternamnet']],
    ['the street', { address: [{ line: ['Prövostigen 7'] }] }, ['gatuadressen']],
    ['the postal code, however it is spaced', [{ postalCode: '50113' }, { x: '501 13' }], ['postnumret']],
    ['a text in base64', { content: [{ attachment: { data: encodeBase64('Hej Åsa!\n') } }] }, ['förnamnet']],
    [
      'a name beside a reference',
      { subject: { reference: 'Patient/1', display: 'Åsa Öfverbeck' } },
      ['förnamnet', 'efternamnet'],
    ],
  ])('shows through %s', (_, shown, leaks) => {
    expect(identityShown(patient, shown)).toEqual(leaks);
  });

  it.each([
    ['the words for it', { name: [{ text: 'Skyddad identitet' }] }],
    ['longer words and other numbers', { text: 'Åsarp, Öfverbecksgatan 75, 1501 133' }],
    [
      'staff of the same name',
      { author: { identifier: { system: 'urn:oid:1.2.752.29.4.19', value: 'X' }, display: 'Åsa Öfverbeck' } },
    ],
    ['what only machines read', { id: 'Åsa', meta: { versionId: '50113' } }],
  ])('does not show through %s', (_, shown) => {
    expect(identityShown(patient, shown)).toEqual([]);
  });
});

describe('words', () => {
  it('may go on where only their beginning is asked for', () => {
    expect(containsWord('Stopp: penicillinallergi', 'Penicillin', { beginning: true })).toBe(true);
    expect(containsWord('Bensylpenicillin kan inte sparas', 'penicillin', { beginning: true })).toBe(false);
    expect(containsWord('vad som helst', '')).toBe(false);
  });
});
