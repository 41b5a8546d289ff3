import { parentPort, workerData } from 'node:worker_threads';
import { readManifest } from '../output/read-manifest.ts';
import { answerTasks } from '../threads/answer.ts';
import { type CheckSources, contextOf } from './context.ts';
import { type FileGroup, fileGroups } from './read/file-groups.ts';
import { ShardChecker } from './shard-checker.ts';

/** What a thread that checks shards is told once; then it gets their places among the groups of files. */
export interface CheckerPlan {
  readonly folder: string;
  readonly sources: CheckSources;
}

if (parentPort !== null) {
  const port = parentPort;
  const { folder, sources } = workerData as CheckerPlan;
  const manifest = readManifest(folder);
  const groups = fileGroups(manifest);
  const checker = new ShardChecker(folder, await contextOf(manifest, sources));
  await checker.learn(groups);
  answerTasks(port, (place: number) => checker.check(groups[place] as FileGroup));
}
