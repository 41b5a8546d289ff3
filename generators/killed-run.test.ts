import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { type GenerateOptions, generatePopulation } from './generate-population.ts';
import type { Receipt } from './output/whole-folder.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'genrep-killed-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const OPTIONS = {
  seed: 7,
  people: 40,
  until: '2026-01-01',
  years: 2,
  format: 'ndjson',
  compress: 'none',
  workers: 1,
  shardSize: 10,
} as const satisfies Omit<GenerateOptions, 'out'>;

/** Runs in a process of its own, which is killed when it calls a function of node:fs about its third shard. */
const killed = (out: string, call: string): NodeJS.Signals | null => {
  const module = new URL('./generate-population.ts', import.meta.url).href;
  const script = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const call = fs.${call};
    const third = () => fs.existsSync(${JSON.stringify(path.join(out, '.shard-00002.partial'))});
    fs.${call} = (...given) => {
      if (third()) process.kill(process.pid, 'SIGKILL');
      return call(...given);
    };
    syncBuiltinESMExports();
    const { generatePopulation } = await import(${JSON.stringify(module)});
    await generatePopulation(${JSON.stringify({ ...OPTIONS, out })});`;
  return spawnSync(process.execPath, ['--input-type=module', '--eval', script]).signal;
};

const shardsIn = (out: string): string[] =>
  readdirSync(out)
    .filter((name) => name.startsWith('shard-'))
    .sort();

it.each(['writeSync', 'writeFileSync', 'renameSync'])(
  'leaves no half shard when it is killed in %s, and the next run ends with the bytes of an unbroken one',
  async (call) => {
    const out = path.join(root, call);
    const unbroken = path.join(root, `${call}-unbroken`);
    expect(killed(out, call)).toBe('SIGKILL');

    expect(existsSync(path.join(out, 'manifest.json'))).toBe(false);
    expect(shardsIn(out)).toEqual(['shard-00000', 'shard-00001']);
    for (const shard of shardsIn(out)) {
      const receipt = JSON.parse(readFileSync(path.join(out, shard, 'receipt.json'), 'utf8')) as Receipt;
      for (const { path: file, sha256 } of receipt.files) expect(hashOf(path.join(out, file))).toBe(sha256);
    }

    const manifest = await generatePopulation({ ...OPTIONS, out });
    expect(manifest).toEqual(await generatePopulation({ ...OPTIONS, out: unbroken }));
    for (const { path: file, sha256 } of manifest.files) expect(hashOf(path.join(out, file))).toBe(sha256);
    expect(readdirSync(out).sort()).toEqual(readdirSync(unbroken).sort());
  },
);

const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
