import { readManifest } from '../output/read-manifest.ts';
import { isIn, type Share } from '../share.ts';
import { inThreads } from '../threads/in-threads.ts';
import { type CheckSources, contextOf } from './context.ts';
import { Judge } from './judge.ts';
import { type FileGroup, fileGroups } from './read/file-groups.ts';
import { readReceipts, whatIsChecked, writeReceipt } from './receipts.ts';
import type { CheckReport } from './report.ts';
import type { CheckContext } from './rule.ts';
import { ShardChecker, type ShardFindings } from './shard-checker.ts';
import type { CheckerPlan } from './worker.ts';

export interface CheckOptions extends CheckSources {
  /** Threads; they make no difference to the verdicts. Default 1. */
  readonly workers?: number;
  /** Told after each shard, in bytes. */
  readonly progress?: (read: number, all: number) => void;
}

/**
 * Reads every line of a generated population back and says whether what must hold does. Throws InputError when the
 * folder holds no whole population of a known version. Memory stays within what a shard needs for each thread, and some
 * hundred bytes a person.
 */
export async function checkPopulation(folder: string, options: CheckOptions = {}): Promise<CheckReport> {
  const work = await begin(folder, options);
  const judge = new Judge(folder, work.context, work.groups);
  await checkGroups(work, [...work.groups.keys()], (found) => judge.take(found));
  return judge.report();
}

/** Checks only a share of the shards, and leaves a receipt of it in the folder. Answers the receipt's file. */
export async function checkShare(folder: string, share: Share, options: CheckOptions = {}): Promise<string> {
  const work = await begin(folder, options);
  const places = [...work.groups.keys()].filter((place) => isIn(share, place));
  const checked = whatIsChecked(folder, work.context, work.sources);
  return writeReceipt(folder, checked, share, (take) => checkGroups(work, places, take));
}

/** Judges a population from the receipts of so many shares: the same verdicts as when it is checked at once. */
export async function judgeReceipts(
  folder: string,
  parts: number,
  options: CheckOptions = {},
): Promise<CheckReport> {
  const { context, groups, sources } = await begin(folder, options);
  const checked = whatIsChecked(folder, context, sources);
  const judge = new Judge(folder, context, groups);
  for await (const found of readReceipts(folder, checked, parts, groups)) judge.take(found);
  return judge.report();
}

interface Work extends CheckerPlan {
  readonly context: CheckContext;
  readonly groups: readonly FileGroup[];
  readonly workers: number;
  readonly progress: NonNullable<CheckOptions['progress']>;
}

async function begin(folder: string, options: CheckOptions): Promise<Work> {
  const { workers = 1, progress = () => undefined, ...sources } = options;
  const manifest = readManifest(folder);
  const context = await contextOf(manifest, sources);
  return { folder, sources, workers, progress, context, groups: fileGroups(manifest) };
}

/** Has these groups of files checked, and hands on in their order what was found. */
async function checkGroups(
  { folder, sources, context, groups, workers, progress }: Work,
  places: readonly number[],
  take: (found: ShardFindings) => void,
): Promise<void> {
  const all = bytesIn(places.map((place) => groups[place]));
  let read = 0;
  const done = inOrder(places, (place, found: ShardFindings) => {
    take(found);
    read += bytesIn([groups[place]]);
    progress(read, all);
  });
  if (workers > 1 && places.length > 1) {
    const plan: CheckerPlan = { folder, sources };
    await inThreads(
      { ...THREAD, options: { ...THREAD.options, workerData: plan }, workers, tasks: places },
      done,
    );
    return;
  }
  const checker = new ShardChecker(folder, context);
  if (places[0] !== 0) await checker.learn(groups);
  for (const place of places) done(place, await checker.check(groups[place] as FileGroup));
}

/** The young are given more room than a thread has by itself: most of what is read is forgotten with its line. */
const THREAD = {
  script: new URL('./worker.ts', import.meta.url),
  options: { resourceLimits: { maxYoungGenerationSizeMb: 64 } },
} as const;

const bytesIn = (groups: readonly (FileGroup | undefined)[]): number =>
  groups.flatMap((group) => group?.files ?? []).reduce((sum, { bytes }) => sum + bytes, 0);

/** Hands things on in the order of their places, whatever order they come in. */
function inOrder<T>(
  places: readonly number[],
  take: (place: number, thing: T) => void,
): (place: number, thing: T) => void {
  const waiting = new Map<number, T>();
  const due = places.values();
  let next = due.next().value;
  return (place, thing) => {
    waiting.set(place, thing);
    while (next !== undefined && waiting.has(next)) {
      take(next, waiting.get(next) as T);
      waiting.delete(next);
      next = due.next().value;
    }
  };
}
