import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { generatePopulation, type Progress } from '../../generators/generate-population.ts';
import type { Compression } from '../../generators/output/manifest.ts';
import { genrep } from '../command.ts';
import { atLeast, below, type Figure } from './figure.ts';
import { median } from './median.ts';

/** People of the measured population; the first shard warms up and is not counted. */
const PEOPLE = 8_000;
const OPTIONS = { seed: 1, until: '2026-01-01', years: 10, format: 'ndjson', workers: 1 } as const;
const REGION = 1_772_821;
const CORES = 2;
const TRIES = 3;

/** The generators on one core, NDJSON written to disk: about a minute. */
export async function benchGenerators(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'genrep-bench-'));
  try {
    const begun = performance.now();
    await generatePopulation({ ...OPTIONS, people: 1, compress: 'none', out: path.join(folder, 'one') });
    const startUp = (performance.now() - begun) / 1_000;
    const plain = await middleOf(TRIES, () => rates(path.join(folder, 'plain'), 'none'));
    const packed = await middleOf(TRIES, () => rates(path.join(folder, 'packed'), 'zstd'));
    return [
      atLeast('generators: resources written to disk', plain.resources, 300_000, '/CPU-s'),
      atLeast('generators: people with ten years of history', plain.people, 1_500, '/CPU-s'),
      atLeast('generators: resources a person', plain.resources / plain.people, 120, ''),
      below('generators: start-up', startUp, 1, 's'),
      below(
        'generators: the whole region as zstd on two cores, projected',
        REGION / packed.people / CORES / 60,
        30,
        'min',
      ),
      below('`genrep generate patient`, best of 3', await personAlone(), 0.3, 's'),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Rates {
  /** Per second of processor time. */
  readonly resources: number;
  readonly people: number;
}

/** What the machine does beside one of them, such as writing out what was written before, decides nothing. */
async function middleOf(times: number, measure: () => Promise<Rates>): Promise<Rates> {
  const all: Rates[] = [];
  for (let go = 0; go < times; go += 1) all.push(await measure());
  return {
    resources: median(all.map(({ resources }) => resources)),
    people: median(all.map(({ people }) => people)),
  };
}

async function rates(out: string, compress: Compression): Promise<Rates> {
  const marks: (Progress & { readonly cpu: number })[] = [];
  await generatePopulation({ ...OPTIONS, people: PEOPLE, compress, out }, (progress) => {
    const { user, system } = process.cpuUsage();
    marks.push({ ...progress, cpu: (user + system) / 1e6 });
  });
  rmSync(out, { recursive: true });
  const [first, last] = [marks[0], marks.at(-1)];
  if (first === undefined || last === undefined || first === last) throw new Error('Nothing was measured.');
  const seconds = last.cpu - first.cpu;
  return {
    resources: (last.lines - first.lines) / seconds,
    people: (last.peopleDone - first.peopleDone) / seconds,
  };
}

/** Wall time of the whole command, from nothing. */
async function personAlone(): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < TRIES; run++) {
    const begun = performance.now();
    const { exitCode, stderr } = await genrep(['generate', 'patient', '--index', '123456']);
    if (exitCode !== 0) throw new Error(`A person alone could not be made: ${stderr}`);
    times.push((performance.now() - begun) / 1_000);
  }
  return Math.min(...times);
}
