import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError } from '../domain/input-error.ts';
import { loadDay } from './load-day.ts';

const SAS_VARDAG = path.join(import.meta.dirname, 'days', 'sas-vardag.yaml');
const text = readFileSync(SAS_VARDAG, 'utf8');
const folder = mkdtempSync(path.join(tmpdir(), 'genrep-day-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The weekday with one thing changed, in a file of its own. */
function changed(from: string | RegExp, to: string): string {
  expect(text).toMatch(from);
  const file = path.join(folder, 'day.yaml');
  writeFileSync(file, text.replace(from, to));
  return file;
}

/** 1-based line and column at which this text stands in the changed file. */
function placeOf(words: string): string {
  const before = readFileSync(path.join(folder, 'day.yaml'), 'utf8').split(words, 1)[0] ?? '';
  const lines = before.split('\n');
  return `:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}: `;
}

function refusalOf(pathOrName: string): InputError {
  try {
    loadDay(pathOrName);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('The day was accepted.');
}

describe('the weekday at Södra Älvsborgs sjukhus', () => {
  it('is found by name and by path, and has at least 500 flows', () => {
    const day = loadDay('sas-vardag');
    expect(loadDay(SAS_VARDAG)).toEqual(day);
    expect(day).toMatchObject({ name: 'sas-vardag', stage: '1-sodra', weekday: 3 });
    expect(day.mix.reduce((sum, { perDay }) => sum + perDay, 0)).toBeGreaterThanOrEqual(500);
    expect(day.arrivals.akuten?.hours).toHaveLength(24);
  });

  it('names the schema in its first line, for editors', () => {
    expect(text).toMatch(/^# yaml-language-server: \$schema=\.\.\/schema\/day\.schema\.json\n/);
  });
});

describe('a day that cannot be used is refused in one sentence with its place', () => {
  it.each<[what: string, from: string | RegExp, to: string, at: string, sentence: string]>([
    [
      'a wrong key',
      /^mix:/m,
      'mixx:',
      'mixx:',
      'Nyckeln "mixx" finns inte här; menade du "mix"? Här kan stå name, title,',
    ],
    [
      'a wrong key inside',
      'perDay: 80, arrivals: akuten',
      'perDag: 90, arrivals: akuten',
      'perDag',
      'menade du "perDay"?',
    ],
    [
      'a key like no other',
      'weekday: 3',
      'weekday: 3\nzzzzzzzzzz: 1',
      'zzzzzzzzzz',
      'Nyckeln "zzzzzzzzzz" finns inte här. Här kan stå',
    ],
    [
      'a missing key',
      'stage: 1-sodra\n',
      '',
      'name: sas',
      'Nyckeln "stage" saknas; lägg till den: namnet på en etapp i scenarios/stages.',
    ],
    [
      '23 hours',
      '[23, 19',
      '[19',
      '[19',
      '"hours" har 23 värden men ska ha 24; 24 vikter, en per timme från midnatt.',
    ],
    ['25 hours', '[23, 19', '[1, 23, 19', '[1, 23', '"hours" har 25 värden men ska ha 24'],
    ['a negative hour', '[23, 19', '[-1, 19', '-1,', '"hours" nummer 1 är -1 men får inte vara under 0'],
    ['an hour in words', '[23, 19', '[få, 19', 'få,', '"hours" nummer 1 ska vara ett tal, inte "få"'],
    [
      'only zeros',
      /hours: \[0, 0.*8, 16, 18.*\]/,
      `hours: [${'0, '.repeat(23)}0]`,
      '[0, 0, 0, 0, 0, 0, 0, 0, 0',
      'Kurvan "samverkan" har bara nollor',
    ],
    [
      'an empty mix',
      /^mix:[\s\S]*/m,
      'mix: []\n',
      '[]',
      '"mix" är tom; vilka flöden som händer; ange minst ett',
    ],
    [
      'no curves',
      /^arrivals:[\s\S]*?(?=^# M)/m,
      'arrivals: {}\n',
      '{}',
      '"arrivals" är tom; ankomstkurvor med namn; ange minst en.',
    ],
    [
      'no such weekday',
      'weekday: 3',
      'weekday: 8',
      '8',
      '"weekday" är 8 men får inte vara över 7; veckodag, 1 måndag till 7 söndag.',
    ],
    [
      'no such stage',
      'stage: 1-sodra',
      'stage: 1-södra',
      '1-södra',
      'Etappen "1-södra" finns inte; menade du "1-sodra"?',
    ],
    [
      'no such kind of unit',
      'kind: ward',
      'kind: avdelning',
      'avdelning\n',
      '"kind" är "avdelning". Välj ett av emergency, ward,',
    ],
    [
      'a duplicate unit key',
      'key: sas-medicin-4',
      'key: sas-medicin-3',
      'sas-medicin-3\n    kind: ward\n    name: Medicinavdelning 4',
      'Två enheter har key "sas-medicin-3"',
    ],
    [
      'a duplicate HSA-id',
      'GR04',
      'GR03',
      'SE0000000000-GR03\n    municipalityCode: "1490"\n  - key: sas-lab',
      'Två enheter har hsaId',
    ],
    [
      'an HSA-id that could be real',
      'SE0000000000-GR04',
      'SE2321000131-E000',
      'SE2321',
      'HSA-id ur testområdet',
    ],
    [
      'a curve that is not there',
      'arrivals: vardcentralen }',
      'arrivals: vårdcentralen }',
      'vårdcentralen }',
      'Kurvan "vårdcentralen" finns inte; menade du "vardcentralen"?',
    ],
    [
      'a flow twice',
      'akutsjukvard/sepsislarm',
      'akutsjukvard/brostsmarta',
      'akutsjukvard/brostsmarta, perDay: 60',
      'Flödet "akutsjukvard/brostsmarta" står två gånger',
    ],
    [
      'no arrivals of a flow',
      'perDay: 60',
      'perDay: -7',
      '-7',
      '"perDay" är -7 men ska vara över 0; antal per dag.',
    ],
    ['no YAML', 'weekday: 3', 'weekday: [3', 'units:', 'Det här är inte YAML'],
  ])('%s', (_what, from, to, at, sentence) => {
    const { message } = refusalOf(changed(from, to));
    expect(message).toContain(sentence);
    expect(message).toContain(`day.yaml${placeOf(at)}`);
    expect(message).not.toContain('\n');
  });

  it('a file that is not there', () => {
    expect(refusalOf('sas-vardg').message).toBe(
      'Det finns ingen dag "sas-vardg"; menade du "sas-vardag"? Ange sökvägen till en .yaml-fil eller ett av namnen ' +
        'kommun-vardag, sas-driftstopp, sas-forsta-veckan, sas-samexistens, sas-utbildning, sas-vardag, skoldag, vardcentral-vardag.',
    );
    expect(refusalOf('ingen/dag.yaml').message).toContain('Det finns ingen dag "ingen/dag.yaml".');
    expect(refusalOf('../stages/1-sodra').message).toContain('Det finns ingen dag');
  });

  it('an empty file', () => {
    expect(refusalOf(changed(/[\s\S]*/, '')).message).toContain(
      'Filen ska vara en grupp av nycklar, inte null',
    );
  });
});
