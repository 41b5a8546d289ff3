import { describe, expect, test } from 'vitest';
import { escapeText, unescapeText } from './escape.ts';

/** What a careless laboratory writes; every character must arrive. */
const NASTY_TEXTS = [
  'Ingen växt',
  'Inga hållpunkter för bakteriemi. Ej konklusivt, 3 µg/mL; åäö ÅÄÖ é ß 日本 🧫',
  'Första raden\nandra raden\n\nfjärde raden\n',
  'Med vagnretur\r\noch tabb\toch ändå',
  'a|b^c&d~e\\f',
  '\\F\\ är ingen lodrät strecksekvens, \\.br\\ ingen radbrytning och \\X0D\\ ingen vagnretur',
  '\\',
  '|^~\\&',
  '   inledande och avslutande mellanslag  ',
  '\u000b\u001c\r',
  `${'Riklig växt av E. coli; känslig för cefotaxim | ej ampicillin.\n'.repeat(80)}slut`,
];

describe('text in a field', () => {
  test.each(NASTY_TEXTS)('reads as it was written: %j', (text) => {
    expect(unescapeText(escapeText(text))).toBe(text);
  });

  test.each(NASTY_TEXTS)('holds no character that means something in HL7 or MLLP: %j', (text) => {
    expect(escapeText(text).replace(/\\(?:[EFSTR]|\.br|X[0-9A-F]{2})\\/g, '')).not.toMatch(/[|^~&\\\p{Cc}]/u);
  });

  test('is the text of the standard', () => {
    expect(escapeText('a|b^c&d~e\\f\ng')).toBe('a\\F\\b\\S\\c\\T\\d\\R\\e\\E\\f\\.br\\g');
    expect(unescapeText('\\H\\viktigt\\N\\')).toBe('\\H\\viktigt\\N\\');
  });
});
