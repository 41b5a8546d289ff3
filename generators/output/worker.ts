import { parentPort, workerData } from 'node:worker_threads';
import { InputError } from '../../domain/input-error.ts';
import { populationOf } from '../population.ts';
import { type PopulationSources, planOf } from '../sources.ts';
import { type ShardPlan, type ShardWriter, shardWriter } from './shards.ts';
import type { Receipt } from './whole-folder.ts';

/** What a worker is told once. */
export interface WorkerPlan {
  readonly sources: PopulationSources;
  readonly plan: ShardPlan;
}

/** What it answers to the number of a shard. */
export type WorkerAnswer =
  | { readonly shard: number; readonly receipt: Receipt }
  | { readonly shard: number; readonly error: Error; readonly isInput: boolean };

if (parentPort !== null) {
  const port = parentPort;
  const { sources, plan } = workerData as WorkerPlan;
  const writer = shardWriter(populationOf(await planOf(sources)), plan);
  port.on('message', (shard: number) => port.postMessage(answer(writer, shard)));
}

function answer(writer: ShardWriter, shard: number): WorkerAnswer {
  try {
    return { shard, receipt: writer.writeShard(shard) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { shard, error, isInput: error instanceof InputError };
  }
}
