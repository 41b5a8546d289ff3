import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { ROOT, VERSION } from '../cli/project.ts';
import { benchCommands } from './bench/commands.ts';
import { benchDay } from './bench/day.ts';
import { benchEvidence } from './bench/evidence.ts';
import { type Figure, notMeasured } from './bench/figure.ts';
import { benchGenerators } from './bench/generators.ts';
import { benchLoad } from './bench/load.ts';
import { benchReferenceServer } from './bench/reference.ts';
import { benchReports } from './bench/reports.ts';
import { benchSimulation } from './bench/simulation.ts';

/** `npm run bench`: measures what numbers are set for, and writes docs/benchmarks.md. */

const BENCHES: readonly (() => Promise<Figure[]>)[] = [
  benchCommands,
  benchEvidence,
  benchGenerators,
  benchReferenceServer,
  benchSimulation,
  benchReports,
  benchDay,
  benchLoad,
];

const figures: Figure[] = [];
for (const bench of BENCHES) {
  const measured = await bench().catch((error: unknown) => [notMeasured(bench.name, error)]);
  figures.push(...measured);
  for (const { what, required, measured: value, holds } of measured) {
    process.stdout.write(`${holds ? '✓' : '✗'} ${what}: ${value} (${required})\n`);
  }
}

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
process.exitCode = figures.every(({ holds }) => holds) ? 0 : 1;
