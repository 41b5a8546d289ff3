import { parentPort, workerData } from 'node:worker_threads';
import { populationOf } from '../population.ts';
import { type PopulationSources, planOf } from '../sources.ts';
import { answerTasks } from '../threads/answer.ts';
import { type ShardPlan, shardWriter } from './shards.ts';

/** What a thread that writes shards is told once; then it gets their numbers, and answers their receipts. */
export interface WorkerPlan {
  readonly sources: PopulationSources;
  readonly plan: ShardPlan;
}

if (parentPort !== null) {
  const port = parentPort;
  const { sources, plan } = workerData as WorkerPlan;
  const writer = shardWriter(populationOf(await planOf(sources)), plan);
  answerTasks(port, (shard: number) => writer.writeShard(shard));
}
