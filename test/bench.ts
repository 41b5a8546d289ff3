import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { ROOT, VERSION } from '../cli/project.ts';
import { benchAccess } from './bench/access.ts';
import { benchCheck } from './bench/check.ts';
import { benchCommands } from './bench/commands.ts';
import { benchDay } from './bench/day.ts';
import { benchEvidence } from './bench/evidence.ts';
import { type Figure, notMeasured } from './bench/figure.ts';
import { benchGenerators } from './bench/generators.ts';
import { benchHomeCare } from './bench/home-care.ts';
import { benchLab } from './bench/lab.ts';
import { benchLoad } from './bench/load.ts';
import { benchMigration } from './bench/migration.ts';
import { benchMonitors } from './bench/monitors.ts';
import { benchReferenceServer } from './bench/reference.ts';
import { benchReports } from './bench/reports.ts';
import { benchSimulation } from './bench/simulation.ts';

/**
 * `npm run bench`: measures what numbers are set for, and writes docs/benchmarks.md. `node test/bench.ts NAME…` measures
 * some of it and writes nothing.
 */

const BENCHES: Readonly<Record<string, () => Promise<Figure[]>>> = {
  commands: benchCommands,
  evidence: benchEvidence,
  generators: benchGenerators,
  check: benchCheck,
  reference: benchReferenceServer,
  simulation: benchSimulation,
  migration: benchMigration,
  access: benchAccess,
  monitors: benchMonitors,
  reports: benchReports,
  day: benchDay,
  'home-care': benchHomeCare,
  lab: benchLab,
  load: benchLoad,
};

const [, , ...asked] = process.argv;
if (process.send !== undefined) process.send(await measure(asked[0]));
else await measureAll(asked);

async function measure(name = ''): Promise<Figure[]> {
  const bench = BENCHES[name];
  if (bench === undefined)
    throw new Error(`There is no bench "${name}": ${Object.keys(BENCHES).join(', ')}.`);
  return bench();
}

/** Each in a process of its own, so that none is measured among what another left behind. */
async function inOwnProcess(name: string): Promise<Figure[]> {
  const child = fork(import.meta.filename, [name], { execArgv: ['--expose-gc'] });
  const [figures] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => [[notMeasured(name, `ended with exit code ${code}`)]]),
  ]);
  return figures as Figure[];
}

async function measureAll(some: readonly string[]): Promise<void> {
  const figures: Figure[] = [];
  for (const name of some.length === 0 ? Object.keys(BENCHES) : some) {
    const measured = await inOwnProcess(name);
    figures.push(...measured);
    for (const { what, required, measured: value, holds } of measured) {
      process.stdout.write(`${holds ? '✓' : '✗'} ${what}: ${value} (${required})\n`);
    }
  }
  if (some.length === 0) await write(figures);
  process.exitCode = figures.every(({ holds }) => holds) ? 0 : 1;
}

async function write(figures: readonly Figure[]): Promise<void> {
  const rows = figures.map(
    ({ what, required, measured, holds }) =>
      `| ${what} | ${required} | ${measured} | ${holds ? 'yes' : '**no**'} |`,
  );
  const gigabytes = (totalmem() / 1024 ** 3).toFixed(0);
  await writeFile(
    path.join(ROOT, 'docs', 'benchmarks.md'),
    `# Benchmarks

Written by \`npm run bench\`. Genrep ${VERSION}, Node ${process.version}, ${cpus().length} cores, ${gigabytes} GiB.

| what | required | measured | holds |
| --- | --- | --- | --- |
${rows.join('\n')}
`,
  );
}
