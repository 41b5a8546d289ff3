import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { csvExtract } from './extract/csv.ts';
import { findingKinds, recordKinds } from './load-data.ts';
import { loadMapping } from './mapping.ts';
import { faultsNamed, loadFaults } from './plant.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'genrep-mapping-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function loaded(text: string) {
  const file = path.join(folder, 'avbildning.yaml');
  await writeFile(file, text);
  return loadMapping(file, recordKinds());
}

it('reads the example that regions begin with', () => {
  const { csv, changes, hash } = loadMapping('regionexport', recordKinds());
  expect(csv?.records.allergy?.fields.verification).toEqual({
    column: 'STATUS',
    codes: { B: 'confirmed', A: 'refuted' },
  });
  expect(changes).toHaveLength(1);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
});

it.each([
  [
    'a kind that there is not',
    'name: x\nchanges:\n  - { record: alergy, field: code, ignore: true, why: x }',
    ':3:15: Det finns inget slag av uppgift "alergy"; menade du "allergy"?',
  ],
  [
    'a field that the kind has not',
    'name: x\nchanges:\n  - { record: allergy, field: cod, ignore: true, why: x }',
    ':3:31: Uppgiften allergy har inget fält "cod"; menade du "code"?',
  ],
  [
    'a column for a field that is not there',
    'name: x\ncsv:\n  records:\n    allergy:\n      file: a.csv\n      fields: { substans: A }',
    ':6:17: Uppgiften allergy har inget fält "substans"',
  ],
  [
    'a change that says nothing',
    'name: x\nchanges:\n  - { record: allergy, field: code, why: x }',
    ':3:5: En ändring säger en sak',
  ],
  [
    'a change without a reason',
    'name: x\nchanges:\n  - { record: allergy, field: code, ignore: true }',
    ':3:5: Nyckeln "why" saknas',
  ],
  [
    'a field that is left out',
    'name: x\nchanges:\n  - { record: allergy, field: code, leaveOut: true, why: x }',
    ':3:5: codes, times och ignore gäller ett fält',
  ],
])('refuses %s, with its place', async (_, text, sentence) => {
  await expect(loaded(text)).rejects.toThrow(`avbildning.yaml${sentence}`);
});

it('refuses a mapping that is not there, and says which are', () => {
  expect(() => loadMapping('regionexprt', recordKinds())).toThrow('menade du "regionexport"?');
});

it.each([
  ['a file', 'b.csv', 'A;B\n', ':5:13: Filen a.csv finns inte i'],
  [
    'a column',
    'a.csv',
    'ID;PNR;SUBSTANSKOD\n',
    ':7:23: Filen a.csv har ingen kolumn "SUBSTANSKD"; menade du "SUBSTANSKOD"? Den har ID, PNR, SUBSTANSKOD.',
  ],
])('refuses a CSV source that lacks %s', async (name, file, content, sentence) => {
  const source = path.join(folder, name);
  await mkdir(source);
  await writeFile(path.join(source, file), content);
  const mapping = await loaded(
    'name: x\ncsv:\n  records:\n    allergy:\n      file: a.csv\n      person: PNR\n      fields: { code: SUBSTANSKD }',
  );
  if (mapping.csv === undefined) throw new Error('The mapping has no CSV.');
  const { csv } = mapping;
  expect(() => csvExtract(source, csv, mapping)).toThrow(`avbildning.yaml${sentence}`);
});

it('has a finding for every fault, and one for whatever else changes', () => {
  const known = findingKinds().map(({ id }) => id);
  expect(loadFaults('catalogue').filter(({ foundBy = '' }) => !known.includes(foundBy))).toEqual([]);
  expect(loadFaults('catalogue').length).toBeGreaterThanOrEqual(10);
  expect(known.at(-1)).toBe('field-changed');
});

it('refuses a fault that there is not', () => {
  expect(() => faultsNamed(['alergy-lost'])).toThrow('menade du "allergy-lost"?');
});
