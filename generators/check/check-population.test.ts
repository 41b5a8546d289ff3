import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPopulation } from './check-population.ts';
import { reportPage } from './page/page.ts';
import { isSound, reportText } from './report.ts';
import type { JsonObject } from './rule.ts';
import { type Folder, planted, smallPopulation } from './testing/small-population.ts';

const SHARD = 'shard-00000';
let sound: Folder;
beforeAll(async () => {
  sound = await smallPopulation();
});
afterAll(() => sound[Symbol.dispose]());

/** 'rule file:line' of everything that was found. */
async function foundIn(folder: string): Promise<string[]> {
  const { results } = await checkPopulation(folder);
  return results.flatMap(({ findings }) =>
    findings.map(({ rule, place }) => `${rule} ${place.file}:${place.line}`),
  );
}

const edited = (line: string | undefined, changes: JsonObject): string =>
  JSON.stringify({ ...JSON.parse(line ?? '{}'), ...changes });

describe('a population as it was generated', () => {
  it('is sound, and drawn', async () => {
    const report = await checkPopulation(sound.path);
    expect(report.results.flatMap(({ findings }) => findings)).toEqual([]);
    expect(isSound(report)).toBe(true);
    expect(report.people).toBe(120);
    expect(report.pictures).toHaveLength(7);
    expect(reportText(report)).toContain('120 personer');
    const page = reportPage(report);
    expect(page.match(/<svg/g)).toHaveLength(7);
    expect(page).not.toMatch(/src=|href="http/);
  });

  it.each([{ compress: 'zstd' }, { compress: 'gzip' }, { format: 'bundle' }, { format: 'hl7v2' }] as const)(
    'is sound as %o',
    async (choices) => {
      using folder = await smallPopulation(choices);
      expect(await foundIn(folder.path)).toEqual([]);
    },
  );

  it('tells how far it has been read', async () => {
    const told: number[] = [];
    await checkPopulation(sound.path, { progress: (read, all) => told.push(read / all) });
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });
});

describe('an error that was planted is named with file and line', () => {
  it.each<[rule: string, file: string, line: number, change: (lines: string[]) => readonly string[]]>([
    ['files', 'Encounter', 3, (lines) => lines.with(2, '{"resourceType":"Encounter",')],
    [
      'unique-ids',
      'Condition',
      2,
      (lines) => lines.with(1, edited(lines[1], { id: JSON.parse(lines[0] ?? '').id })),
    ],
    [
      'references',
      'Encounter',
      5,
      (lines) => lines.with(4, edited(lines[4], { serviceProvider: { reference: 'Organization/ingen' } })),
    ],
    ['lifetime', 'Condition', 4, (lines) => lines.with(3, edited(lines[3], { onsetDateTime: '1801-01-01' }))],
    [
      'periods',
      'Encounter',
      6,
      (lines) =>
        lines.with(
          5,
          edited(lines[5], {
            period: { start: '2025-05-02T08:00:00+02:00', end: '2025-05-01T08:00:00+02:00' },
          }),
        ),
    ],
    [
      'death-certificates',
      'Patient',
      1,
      (lines) => lines.with(0, edited(lines[0], { deceasedDateTime: '2025-12-31T23:59:00+01:00' })),
    ],
    [
      'identity-numbers',
      'Patient',
      7,
      (lines) =>
        lines.with(
          6,
          edited(lines[6], {
            identifier: [
              { system: 'http://electronichealth.se/identifier/personnummer', value: '196003011248' },
            ],
          }),
        ),
    ],
    [
      'school-classes',
      'Patient',
      1,
      (lines) =>
        lines.with(
          0,
          edited(lines[0], { contact: [{ organization: { reference: 'Organization/klass-1490-1-3a' } }] }),
        ),
    ],
    ['codes', 'Condition', 9, (lines) => lines.with(8, edited(lines[8], { code: { text: 'Påhitt' } }))],
    [
      'values',
      'Observation',
      2,
      (lines) => lines.with(1, edited(lines[1], { component: [], valueQuantity: { value: -5 } })),
    ],
  ])('%s', async (rule, type, line, change) => {
    const file = `${SHARD}/${type}.ndjson`;
    using folder = planted(sound.path, file, change);
    expect(await foundIn(folder.path)).toContain(`${rule} ${file}:${line}`);
  });

  it('where a person is gone, in the quotas and in what referred to the person', async () => {
    using folder = planted(sound.path, `${SHARD}/Patient.ndjson`, (lines) => lines.slice(1));
    const rules = new Set((await foundIn(folder.path)).map((words) => words.split(' ')[0]));
    expect([...rules]).toEqual(expect.arrayContaining(['quotas', 'references']));
  });

  it('where bytes were changed behind the manifest', async () => {
    const file = `${SHARD}/Procedure.ndjson`;
    using folder = planted(sound.path, file, (lines) => lines.slice(0, -1), { isTold: false });
    const found = await foundIn(folder.path);
    expect(found.filter((words) => words.startsWith('files'))).toHaveLength(2);
  });
});

describe('a folder that is no whole population', () => {
  it('is refused in one sentence', async () => {
    using folder = planted(sound.path, `${SHARD}/Patient.ndjson`, (lines) => lines);
    rmSync(path.join(folder.path, 'manifest.json'));
    await expect(checkPopulation(folder.path)).rejects.toThrow(/ingen hel population/);
  });

  it('is refused when its manifest is of another version', async () => {
    using folder = planted(sound.path, `${SHARD}/Patient.ndjson`, (lines) => lines);
    writeFileSync(path.join(folder.path, 'manifest.json'), '{\n "format": "genrep-population/99"\n}\n');
    await expect(checkPopulation(folder.path)).rejects.toThrow(/manifest\.json:2.*genrep-population\/99/);
  });
});
