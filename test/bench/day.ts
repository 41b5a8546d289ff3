import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readEvidence } from '../../evidence/read.ts';
import { startGenrep } from '../command.ts';
import { below, type Figure } from './figure.ts';
import { CpuOfTree } from './process-tree.ts';

const SAMPLING = 250;

/** A whole day as `npm start` rehearses it: how long it takes and how much of the processor goes to Genrep itself. */
export async function benchDay(): Promise<Figure[]> {
  const run = path.join(await mkdtemp(path.join(tmpdir(), 'genrep-bench-')), 'day');
  const begun = performance.now();
  const { child, result } = startGenrep(['day', 'sas-vardag', '--load', 'beside-robots', '--out', run]);
  const tree = new CpuOfTree(child.pid ?? 0);
  const timer = setInterval(() => tree.sample(), SAMPLING);
  const { exitCode } = await result;
  clearInterval(timer);
  if (exitCode !== 0) throw new Error(`The day ended with exit code ${exitCode}; see ${run}.`);
  const { root, all } = tree.seconds();
  return [
    below(
      'day: whole run as by `npm start`, 520 flows, one in twenty in a browser, a load beside them',
      (performance.now() - begun) / 1_000,
      180,
      's',
    ),
    below("day: robots' own share of the run's processor time", (100 * root) / all, 40, '%'),
    ...(await costOfWatch(run)),
  ];
}

/** What the watch adds to the day: the time after its last flow, and the requests that no step made. */
async function costOfWatch(run: string): Promise<Figure[]> {
  const times = { first: 0, lastFlow: 0, judged: 0 };
  const requests = { all: 0, own: 0 };
  for await (const { at, event } of readEvidence(run)) {
    if (times.first === 0) times.first = at;
    if (event.type === 'flow-ended') times.lastFlow = at;
    if (event.type === 'monitored') times.judged = at;
    if (event.type === 'load-slice') requests.all += event.requests;
    if (event.type === 'watched') {
      requests.all += event.requests;
      requests.own += event.own;
    }
  }
  const { first, lastFlow, judged } = times;
  return [
    below(
      'day: time that monitors add to it',
      (100 * Math.max(0, judged - lastFlow)) / (judged - first),
      15,
      '%',
    ),
    below(
      'day: requests that monitors add to those of robots and load',
      (100 * requests.own) / requests.all,
      10,
      '%',
    ),
  ];
}
