import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import laboratory from '../care/laboratory/words.schema.json' with { type: 'json' };
import medication from '../care/medication/words.schema.json' with { type: 'json' };
import { readWords, wordFilesOf } from './word-files.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'genrep-words-'));
afterAll(() => rmSync(folder, { recursive: true }));

const D_DIMER = {
  word: 'D-dimer',
  system: 'npu',
  code: 'NPU28289',
  display: 'P—Fibrin D-dimer',
  unit: 'mg/L{FEU}',
  specimen: 'Blod',
  section: 'haematology',
  source: 'assumption',
};

/** A file of one's own, a test on each line from the second. */
function own(name: string, ...tests: readonly object[]): string {
  const file = path.join(folder, name);
  writeFileSync(file, ['tests:', ...tests.map((test) => `  - ${JSON.stringify(test)}`), ''].join('\n'));
  return file;
}

const testsIn = (...files: readonly string[]) =>
  readWords<{ tests: readonly (typeof D_DIMER)[] }>([...files, ...wordFilesOf('laboratory')], laboratory, {
    tests: ['system', 'code'],
  }).tests?.map(({ word }) => word);

describe('words of one’s own', () => {
  it('are known beside Genrep’s, and before them', () => {
    expect(testsIn(own('d-dimer.yaml', D_DIMER))).toEqual(['D-dimer', ...(testsIn() ?? [])]);
  });

  it.each<[string, object, RegExp]>([
    [
      'a unit as people write it',
      { unit: 'mg/L FEU' },
      /egna\.yaml:2:\d+: Enheten "mg\/L FEU" för D-dimer är inte UCUM; menade du "mg\/L\{FEU\}"\? Skriv den/,
    ],
    [
      'a word that is there already',
      { word: 'Kalium' },
      /egna\.yaml:2:\d+: Ordet "Kalium" finns redan \(.*tests\.yaml:\d+:\d+\); använd/,
    ],
    [
      'a code that is there already',
      { code: 'NPU03230' },
      /egna\.yaml:2:\d+: Koden "npu NPU03230" finns redan \(.*tests\.yaml:\d+:\d+\)/,
    ],
    [
      'a code system that is none',
      { system: 'npv' },
      /:2:\d+: "system" är "npv"; menade du "npu"\? Välj ett av/,
    ],
    [
      'a word that no sentence can hold',
      { word: '"D"' },
      /:2:\d+: "word" är .* som inte har rätt form; vad provet heter/,
    ],
    ['a key that is misspelt', { enhet: 'mg' }, /:2:\d+: Nyckeln "enhet" finns inte här/],
    ['no source', { source: '' }, /:2:\d+: "source" är tom; var uppgifterna är hämtade, eller assumption/],
  ])('are refused in one sentence with place: %s', (_what, change, sentence) => {
    expect(() => testsIn(own('egna.yaml', { ...D_DIMER, ...change }))).toThrow(sentence);
  });

  it('of several files have all their mistakes told at once', () => {
    const one = own('a.yaml', { ...D_DIMER, section: 'kemi' });
    const other = own('b.yaml', { ...D_DIMER, word: 'CRP' }, { ...D_DIMER, code: 'X', unit: 'mmHg' });
    const told = (): unknown => testsIn(one, other);
    expect(told).toThrow(/a\.yaml:2:\d+: "section"/);
    expect(told).toThrow(/b\.yaml:2:\d+: Ordet "CRP"/);
    expect(told).toThrow(/b\.yaml:3:\d+: Enheten "mmHg".*menade du "mm\[Hg\]"/);
  });
});

it('drugs of one substance by two routes are two, and twice by one route is a mistake', () => {
  const drugs = (...routes: readonly string[]) => {
    const file = path.join(folder, 'drugs.yaml');
    const lines = routes.map(
      (route, at) =>
        `  - { word: Furosemid ${at}, atc: C03CA01, substance: furosemid, dose: 20, unit: mg, route: ${route}, timesPerDay: 1, source: assumption }`,
    );
    writeFileSync(file, ['drugs:', ...lines, ''].join('\n'));
    return readWords<{ drugs: readonly { word: string }[]; allergens: readonly { word: string }[] }>(
      [file],
      medication,
      { drugs: ['atc', 'route'], allergens: ['snomed'] },
    ).drugs?.length;
  };
  expect(drugs('intravenöst', 'peroralt')).toBe(2);
  expect(() => drugs('peroralt', 'peroralt')).toThrow(
    /drugs\.yaml:2:\d+: Koden "C03CA01 peroralt" finns redan/,
  );
});
