import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { generatePopulation } from './generate-population.ts';
import type { Compression } from './output/manifest.ts';

/** One measured number and the limit that it is held to. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly limit: { readonly atLeast: number } | { readonly atMost: number };
}

/** People of the measured population; the first shard warms up and is not counted. */
const PEOPLE = 8000;
const OPTIONS = { seed: 1, until: '2026-01-01', years: 10, format: 'ndjson', workers: 1 } as const;

/** Measures the generators on this machine: about half a minute of one core. */
export async function benchGenerators(): Promise<readonly Measurement[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'genrep-bench-'));
  try {
    const plain = await rates(path.join(folder, 'plain'), 'none');
    const packed = await rates(path.join(folder, 'packed'), 'zstd');
    return [
      {
        name: 'resources written to disk',
        value: plain.resources,
        unit: '/CPU-s',
        limit: { atLeast: 300_000 },
      },
      { name: 'people with ten years', value: plain.people, unit: '/CPU-s', limit: { atLeast: 1500 } },
      { name: 'resources a person', value: plain.each, unit: '', limit: { atLeast: 120 } },
      { name: 'people with ten years, zstd', value: packed.people, unit: '/CPU-s', limit: { atLeast: 500 } },
      { name: 'start-up', value: plain.startUp, unit: 'ms', limit: { atMost: 1000 } },
      { name: 'a person alone', value: personAlone(), unit: 'ms', limit: { atMost: 300 } },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Rates {
  readonly resources: number;
  readonly people: number;
  readonly each: number;
  /** From the call to the first shard's beginning is not seen from outside; the common folder is made in it. */
  readonly startUp: number;
}

async function rates(out: string, compress: Compression): Promise<Rates> {
  const begin = performance.now();
  const marks: {
    readonly cpu: number;
    readonly lines: number;
    readonly people: number;
    readonly at: number;
  }[] = [];
  await generatePopulation({ ...OPTIONS, people: 1, compress, out: `${out}-one` });
  const startUp = performance.now() - begin;
  await generatePopulation({ ...OPTIONS, people: PEOPLE, compress, out }, ({ lines, peopleDone }) => {
    const { user, system } = process.cpuUsage();
    marks.push({ cpu: (user + system) / 1e6, lines, people: peopleDone, at: performance.now() });
  });
  const [first, last] = [marks[0], marks.at(-1)];
  if (first === undefined || last === undefined || first === last) throw new Error('Nothing was measured.');
  const seconds = last.cpu - first.cpu;
  const people = last.people - first.people;
  const lines = last.lines - first.lines;
  return { resources: lines / seconds, people: people / seconds, each: lines / people, startUp };
}

/** Wall time of a new process that makes one person of the whole region; the best of three. */
function personAlone(): number {
  const script = fileURLToPath(new URL('./bench-person.ts', import.meta.url));
  const times = [1, 2, 3].map(() => {
    const begin = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`A person alone could not be made: ${stderr}`);
    return performance.now() - begin;
  });
  return Math.min(...times);
}
