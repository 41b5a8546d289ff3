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
      'an index without its export',
      { d: { 'index.ts': 'export const region = 1;\n' } },
      /index\.ts: Filen saknar exporten "area"/,
    ],
  ])('are refused in one sentence: %s', async (name, areas, sentence) => {
    await expect(findAreas([folderOf(name, areas)])).rejects.toThrow(sentence);
  });
});
