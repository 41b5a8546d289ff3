import path from 'node:path';
import process from 'node:process';

/** Checks the population in a folder with the Genrep in another, and tells what it took. */
const [, , root = '', folder = '', workers = '1'] = process.argv;
const { checkPopulation } = await import(path.join(root, 'generators', 'check', 'check-population.ts'));
const begun = performance.now();
const { lines, people, results } = await checkPopulation(folder, { workers: Number(workers) });
const seconds = (performance.now() - begun) / 1_000;
const { user, system } = process.cpuUsage();
process.send?.({
  lines,
  seconds,
  processor: (user + system) / 1e6,
  memory: process.resourceUsage().maxRSS / 1_024,
  verdict: JSON.stringify([lines, people, results]),
});
