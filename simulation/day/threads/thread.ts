import { parentPort, workerData } from 'node:worker_threads';
import { replicationSeed } from '../../kernel/index.ts';
import { measuresOf } from '../measures/all.ts';
import { measureDay } from '../simulate.ts';
import type { Played, Share } from './share.ts';

/** A thread's whole work: plays its share of the replications and tells each. */
const { models, seed, first, step, replications } = workerData as Share;
for (const [model, day] of models.entries()) {
  const measures = measuresOf(day);
  for (let replication = first; replication < replications; replication += step) {
    const played: Played = {
      model,
      replication,
      measures: measureDay(day, measures, replicationSeed(seed, replication)),
    };
    parentPort?.postMessage(played);
  }
}
