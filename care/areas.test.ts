import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findAreas } from './areas.ts';

const base = mkdtempSync(path.join(tmpdir(), 'genrep-areas-'));
afterAll(() => rmSync(base, { recursive: true }));

/** A folder of areas, each with these files. */
function folderOf(name: string, areas: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  for (const [area, files] of Object.entries(areas)) {
    mkdirSync(path.join(base, name, area), { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(path.join(base, name, area, file), text);
  }
  return path.join(base, name);
}

const index = (name: string, kind: string, words = kind): string =>
  `export const area = ${JSON.stringify({
    name,
    sv: name,
    en: name,
    activities: [{ type: 'task', kind, area: name, sv: words, en: words }],
  })};\n`;

describe('areas of care', () => {
  it('are the folders with an index, and what each says is in files of their names', async () => {
    const folder = folderOf('two', {
      a: { 'index.ts': index('a', 'eat'), 'fhir.ts': 'export const fhir = { tasks: {}, questions: {} };\n' },
      b: { 'index.ts': index('b', 'sleep') },
      notes: { 'readme.md': 'no area' },
    });
    const { areas, vocabulary, fhirFiles, pages } = await findAreas([folder]);
    expect(areas.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(vocabulary.name('sleep')).toEqual({ sv: 'sleep', en: 'sleep' });
    expect(fhirFiles).toEqual([path.join(folder, 'a', 'fhir.ts')]);
    expect(await pages()).toEqual([]);
  });

  it('of the first folder come before those of the same name in the next', async () => {
    const own = folderOf('own', { a: { 'index.ts': index('a', 'eat', 'äta hos oss') } });
    const shipped = folderOf('shipped', {
      a: { 'index.ts': index('a', 'eat') },
      c: { 'index.ts': index('c', 'walk') },
    });
    const { vocabulary } = await findAreas([own, shipped]);
    expect(vocabulary.name('eat').sv).toBe('äta hos oss');
    expect(vocabulary.name('walk').sv).toBe('walk');
  });

  it.each([
    [
      'two with one word',
      { a: { 'index.ts': index('a', 'eat') }, b: { 'index.ts': index('b', 'eat') } },
      /a och b kallar båda något "eat"/,
    ],
    [
      'one whose folder has another name',
      { e: { 'index.ts': index('a', 'eat') } },
      /index\.ts: Vårdområdet heter "a" och dess mapp "e"; låt dem heta detsamma\./,
    ],
    [
      'a step without a name for reports',
      { f: { 'index.ts': index('f', 'eat').replace('"en":"eat"', '"en":""') } },
      /index\.ts: Steget "eat" saknar sitt engelska namn \(en\); skriv vad det heter i rapporter\./,
    ],
    [
      'one that says nothing',
      { g: { 'index.ts': "export const area = { name: 'g', sv: 'g', en: 'g', activities: [] };\n" } },
      /index\.ts: Vårdområdet har inga steg/,
    ],
    [
      'a file that cannot be read',
      { h: { 'index.ts': 'export const area = undefinedHere;\n' } },
      /index\.ts: Filen går inte att läsa: ReferenceError: undefinedHere is not defined/,
    ],
    [
      'an index without its export',
      { d: { 'index.ts': 'export const region = 1;\n' } },
      /index\.ts: Filen saknar exporten "area"/,
    ],
  ])('are refused in one sentence: %s', async (name, areas, sentence) => {
    await expect(findAreas([folderOf(name, areas)])).rejects.toThrow(sentence);
  });

  it.each([
    [
      'what the index does not tell of',
      'export const fhir = { tasks: { eats: {} }, questions: {} };\n',
      /fhir\.ts: "eats" görs här, men index\.ts berättar inte om något sådant bland det som görs \(tasks\); menade du "eat"\?/,
    ],
    [
      'a task as a question',
      'export const fhir = { tasks: {}, questions: { eat: {} } };\n',
      /fhir\.ts: "eat" görs här, men index\.ts berättar inte om något sådant bland det som ses \(questions\)\./,
    ],
  ])('are refused when a way in does %s', async (name, fhir, sentence) => {
    const folder = folderOf(name, { a: { 'index.ts': index('a', 'eat'), 'fhir.ts': fhir } });
    const areas = await findAreas([folder]);
    await expect(areas.fhir()).rejects.toThrow(sentence);
  });
});
