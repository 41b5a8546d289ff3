import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPopulation, checkShare, judgeReceipts } from './check-population.ts';
import type { CheckReport } from './report.ts';
import { type Folder, planted, smallPopulation } from './testing/small-population.ts';

let sound: Folder;
beforeAll(async () => {
  sound = await smallPopulation({ shardSize: 40 });
});
afterAll(() => sound[Symbol.dispose]());

/** All that was found, and the pictures. */
const saidOf = ({ lines, people, results, pictures }: CheckReport) => ({ lines, people, results, pictures });

const inShares = async (folder: string, parts: number): Promise<CheckReport> => {
  for (let part = parts; part >= 1; part--) await checkShare(folder, { part, parts });
  return judgeReceipts(folder, parts);
};

const foundIn = ({ results }: CheckReport): string[] =>
  results.flatMap(({ findings }) => findings.map(({ rule, place }) => `${rule} ${place.file}:${place.line}`));

/** A line of one shard, put behind those of another. */
const copied = (type: string, from: number, to: number): Folder => {
  let line = '';
  planted(sound.path, `shard-0000${from}/${type}.ndjson`, (lines) => {
    line = lines[2] ?? '';
    return lines;
  })[Symbol.dispose]();
  return planted(sound.path, `shard-0000${to}/${type}.ndjson`, (lines) => [...lines, line]);
};

describe('a population that is checked by several', () => {
  it('is found as sound, and drawn alike', async () => {
    const alone = await checkPopulation(sound.path);
    expect(foundIn(alone)).toEqual([]);
    expect(saidOf(await checkPopulation(sound.path, { workers: 2 }))).toEqual(saidOf(alone));
    expect(saidOf(await inShares(sound.path, 3))).toEqual(saidOf(alone));
  });

  it.each([
    ['Condition', 'unique-ids shard-00002/Condition.ndjson:'],
    ['Patient', 'unique-ids shard-00002/Patient.ndjson:'],
    ['Patient', 'identity-numbers shard-00002/Patient.ndjson:'],
  ])('is found to say something that another shard has said: %s, %s', async (type, expected) => {
    using folder = copied(type, 0, 2);
    const alone = await checkPopulation(folder.path);
    expect(foundIn(alone)).toContainEqual(expect.stringContaining(expected));
    expect(saidOf(await inShares(folder.path, 2))).toEqual(saidOf(alone));
  });

  it('is found to hold the same life twice', async () => {
    const files: Record<string, readonly string[]> = {};
    for (const type of ['Patient', 'Encounter'] as const) {
      planted(sound.path, `shard-00000/${type}.ndjson`, (lines) => {
        files[type] = lines;
        return lines;
      })[Symbol.dispose]();
    }
    using patients = planted(sound.path, 'shard-00001/Patient.ndjson', () => files.Patient ?? []);
    using both = planted(patients.path, 'shard-00001/Encounter.ndjson', () => files.Encounter ?? []);
    const alone = await checkPopulation(both.path);
    expect(foundIn(alone)).toContainEqual(expect.stringContaining('same-life shard-00001/Patient.ndjson:'));
    expect(saidOf(await inShares(both.path, 2))).toEqual(saidOf(alone));
  });
});

describe('receipts that do not make a whole', () => {
  it('are told apart by the share that is missing', async () => {
    using folder = planted(sound.path, 'shard-00000/Patient.ndjson', (lines) => lines);
    rmSync(path.join(folder.path, 'checked'), { recursive: true, force: true });
    await checkShare(folder.path, { part: 1, parts: 2 });
    await expect(judgeReceipts(folder.path, 2)).rejects.toThrow(/2-of-2\.ndjson.*--shard 2\/2/s);
  });

  it('are refused where they are of another population', async () => {
    await checkShare(sound.path, { part: 1, parts: 1 });
    using folder = planted(sound.path, 'shard-00000/Patient.ndjson', (lines) => lines.slice(1));
    await expect(judgeReceipts(folder.path, 1)).rejects.toThrow(/annan befolkning/);
  });

  it('are refused where they are damaged, with the line', async () => {
    using folder = planted(sound.path, 'shard-00000/Patient.ndjson', (lines) => lines.slice(1));
    const file = await checkShare(folder.path, { part: 1, parts: 1 });
    writeFileSync(file, readFileSync(file).subarray(0, -100));
    await expect(judgeReceipts(folder.path, 1)).rejects.toThrow(/1-of-1\.ndjson:5.*skadat/);
  });
});
