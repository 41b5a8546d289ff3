import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../../cli/project.ts';
import { compileFlows } from '../../flows/compile.ts';
import { loadSteps } from '../../flows/steps.ts';
import { measuresOf } from '../../simulation/day/measures/all.ts';
import { prepareSimulation } from '../../simulation/day/prepare.ts';
import { measureDay } from '../../simulation/day/simulate.ts';
import { benchKernel, type KernelFigure } from '../../simulation/kernel/bench.ts';
import { replicationSeed } from '../../simulation/kernel/index.ts';
import { genrep } from '../command.ts';
import { atLeast, below, type Figure } from './figure.ts';
import { simPyCustomersPerSecond } from './simpy.ts';

/** The kernel by itself and beside SimPy, a day of the model, and the command as a planner runs it. */
export async function benchSimulation(): Promise<Figure[]> {
  const kernel = benchKernel().flatMap(figureOf);
  const simPy = await simPyCustomersPerSecond();
  return [...kernel, simPyFigure(simPy), ...(await benchDays()), await benchCommand()];
}

function figureOf({ name, value, unit, limit }: KernelFigure): Figure[] {
  if (limit === undefined) return [];
  const what = `kernel: ${name}`;
  return [
    'atLeast' in limit
      ? atLeast(what, Math.round(value), limit.atLeast, unit)
      : below(what, Math.max(0, value), limit.atMost, unit),
  ];
}

const simPyFigure = (measured: number | string): Figure => ({
  what: 'beside it: customers through M/M/1 at 0.91 in SimPy, with statistics',
  required: 'for comparison',
  measured: typeof measured === 'string' ? measured : `${measured.toFixed(0)} 1/CPU-s`,
  holds: true,
});

const WARM_UP = 20;
const DAYS = 60;
/** How often as many are played; the quickest counts, since neighbours on the machine only make it slower. */
const TURNS = 5;

/** A replication of the day, in processor time so that neighbours do not decide it, and what many leave behind. */
async function benchDays(): Promise<Figure[]> {
  const flows = await compileFlows({ root: ROOT, steps: await loadSteps(ROOT) });
  const { model } = prepareSimulation('sas-vardag', [], flows);
  const measures = measuresOf(model);
  const play = (from: number, count: number): void => {
    for (let index = from; index < from + count; index++)
      measureDay(model, measures, replicationSeed(1, index));
  };
  play(0, WARM_UP);
  const before = process.memoryUsage().heapUsed;
  const turns = Array.from({ length: TURNS }, (_, turn) => {
    const begun = process.cpuUsage();
    play(WARM_UP + turn * DAYS, DAYS);
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1_000 / DAYS;
  });
  globalThis.gc?.();
  const left = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  return [
    below(
      `simulate: a replication of the whole day, processor time, best of ${TURNS}`,
      Math.min(...turns),
      25,
      'ms',
    ),
    below(`simulate: memory that ${TURNS * DAYS} replications leave behind`, Math.max(0, left), 5, 'MB'),
  ];
}

async function benchCommand(): Promise<Figure> {
  const out = path.join(await mkdtemp(path.join(tmpdir(), 'genrep-bench-')), 'simulate');
  const begun = performance.now();
  const { exitCode } = await genrep(['simulate', 'sas-vardag', '--replications', '200', '--out', out]);
  if (exitCode !== 0) throw new Error(`genrep simulate ended with exit code ${exitCode}.`);
  return below('simulate: 200 replications, the whole command', (performance.now() - begun) / 1_000, 10, 's');
}
