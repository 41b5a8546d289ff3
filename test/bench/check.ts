import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from '../../cli/project.ts';
import { generatePopulation } from '../../generators/generate-population.ts';
import { genrepBefore } from './before.ts';
import { atLeast, below, type Figure } from './figure.ts';

const PEOPLE = 8_000;
const CORES = 2;
const TURNS = 3;
/** Resources of the whole region. */
const REGION = 281_700_000;

/** What `check-process.ts` tells. */
interface Checked {
  readonly lines: number;
  readonly seconds: number;
  readonly processor: number;
  /** MB, at most. */
  readonly memory: number;
  readonly verdict: string;
}

/** The check of a population, side by side with the one before, in turns: about three minutes. */
export async function benchCheck(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'genrep-bench-'));
  try {
    const out = path.join(folder, 'population');
    await generatePopulation({
      seed: 1,
      people: PEOPLE,
      until: '2026-01-01',
      years: 10,
      format: 'ndjson',
      compress: 'none',
      workers: CORES,
      out,
    });
    const before = await genrepBefore();
    const [old, now]: [Checked[], Checked[]] = [[], []];
    for (let turn = 0; turn < TURNS; turn++) {
      old.push(await check(before, out, 1));
      now.push(await check(ROOT, out, CORES));
    }
    const [oldest, newest] = [quickest(old), quickest(now)];
    if (oldest.verdict !== newest.verdict) throw new Error('The check says something else than before.');
    return [
      atLeast(
        'check of a population on two cores, times the rate before',
        oldest.seconds / newest.seconds,
        6,
        '×',
      ),
      atLeast(
        'check of a population: processor time before, times that of now',
        oldest.processor / newest.processor,
        1,
        '×',
      ),
      below(
        'check of the whole region on two cores, projected',
        ((REGION / newest.lines) * newest.seconds) / 60,
        30,
        'min',
      ),
      below('check of a population on two cores: memory', newest.memory, 1_500, 'MB'),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const quickest = (all: readonly Checked[]): Checked =>
  all.reduce((one, other) => (other.seconds < one.seconds ? other : one));

async function check(root: string, folder: string, workers: number): Promise<Checked> {
  const script = path.join(import.meta.dirname, 'check-process.ts');
  const child = fork(script, [root, folder, String(workers)]);
  const [checked] = await once(child, 'message');
  return checked as Checked;
}
