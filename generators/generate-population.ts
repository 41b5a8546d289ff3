import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { InputError } from '../domain/input-error.ts';
import { MANIFEST_FILE, MANIFEST_FORMAT, type Manifest, type PopulationChoices } from './output/manifest.ts';
import { readManifest, writeWholeFile } from './output/read-manifest.ts';
import { SHARD_SIZE, type ShardPlan, type ShardWriter, shardFolder, shardWriter } from './output/shards.ts';
import { isWhole, type Receipt } from './output/whole-folder.ts';
import type { WorkerPlan } from './output/worker.ts';
import { type Period, type PopulationPlan, populationOf } from './population.ts';
import { isIn, type Share } from './share.ts';
import { hashOfSources, type PopulationSources, planOf } from './sources.ts';
import { inThreads } from './threads/in-threads.ts';
import { GENERATOR_VERSION } from './version.ts';

/** What `genrep generate population` is asked for. */
export interface GenerateOptions extends PopulationSources, Period {
  readonly out: string;
  readonly format: PopulationChoices['format'];
  readonly compress: PopulationChoices['compress'];
  /** Threads; they make no difference to the bytes. */
  readonly workers: number;
  /** People in a shard; default 1,000. */
  readonly shardSize?: number;
  /** Ends the work at the next shard; the same call then goes on from there. */
  readonly signal?: AbortSignal;
}

export interface Progress {
  readonly shardsDone: number;
  readonly shards: number;
  readonly peopleDone: number;
  /** Of them, those that an earlier run had written. */
  readonly peopleBefore: number;
  readonly people: number;
  /** Lines written so far. */
  readonly lines: number;
}

/** What a population under way is, so that a rerun continues it and nothing else. */
const PLAN_FILE = 'plan.json';

/**
 * Writes a population into a folder: what all share, then shard after shard, and the manifest last. A run that was
 * stopped is continued by the same call; what is whole, also where `generateShare` wrote it, is not made again.
 */
export async function generatePopulation(
  options: GenerateOptions,
  onProgress: (progress: Progress) => void = () => {},
): Promise<Manifest> {
  const work = await begin(options);
  if (existsSync(path.join(options.out, MANIFEST_FILE))) return readManifest(options.out);
  const common = work.writer.writeCommon();
  const receipts = await writeShards(work, work.shards, sum(common), onProgress);
  const manifest: Manifest = { ...work.about, ...totals([common, ...receipts]) };
  writeWholeFile(path.join(options.out, MANIFEST_FILE), manifest);
  return manifest;
}

/**
 * Writes only a share of the shards, while others write theirs into the same folder from other machines. When all have
 * ended, `generatePopulation` makes a population of them.
 */
export async function generateShare(
  options: GenerateOptions,
  share: Share,
  onProgress: (progress: Progress) => void = () => {},
): Promise<Pick<Manifest, 'counts' | 'files'>> {
  const work = await begin(options, share);
  const shards = work.shards.filter((shard) => isIn(share, shard));
  return totals(await writeShards(work, shards, 0, onProgress));
}

interface Work {
  readonly options: GenerateOptions;
  readonly about: Omit<Manifest, 'counts' | 'files'>;
  readonly plan: ShardPlan;
  readonly writer: ShardWriter;
  readonly shards: readonly number[];
}

async function begin(options: GenerateOptions, share?: Share): Promise<Work> {
  const sources = await planOf(options);
  const population = populationOf(sources);
  const { people } = population.census;
  const about = aboutOf(options, sources, people);
  claim(options.out, about, share);
  const plan = shardPlanOf(options);
  const shards = Array.from({ length: Math.ceil(people / plan.shardSize) }, (_, shard) => shard);
  return { options, about, plan, writer: shardWriter(population, plan), shards };
}

/** Answers the receipts in the order of the shards. */
async function writeShards(
  { options, about, plan, writer, shards: all }: Work,
  shards: readonly number[],
  linesBefore: number,
  onProgress: (progress: Progress) => void,
): Promise<readonly Receipt[]> {
  const people = Math.round((about.choices.people * shards.length) / all.length);
  const peopleIn = (count: number): number => Math.min(people, Math.round((people * count) / shards.length));
  const peopleBefore = peopleIn(shards.filter((shard) => isWhole(options.out, shardFolder(shard))).length);
  const receipts = new Map<number, Receipt>();
  let lines = linesBefore;
  const done = (shard: number, receipt: Receipt): void => {
    receipts.set(shard, receipt);
    lines += sum(receipt);
    const shardsDone = receipts.size;
    const peopleDone = peopleIn(shardsDone);
    onProgress({ shardsDone, shards: shards.length, peopleDone, peopleBefore, people, lines });
  };
  const { workers, signal } = options;
  if (workers > 1 && shards.length > 1) {
    const workerData: WorkerPlan = { sources: sourcesOf(options), plan };
    const script = new URL('./output/worker.ts', import.meta.url);
    await inThreads({ script, options: { workerData }, workers, tasks: shards, signal }, done);
  } else {
    for (const shard of shards) {
      signal?.throwIfAborted();
      done(shard, writer.writeShard(shard));
      await setImmediate();
    }
  }
  return shards.map((shard) => receipts.get(shard) as Receipt);
}

function aboutOf(
  options: GenerateOptions,
  { data, municipalities }: PopulationPlan,
  people: number,
): Omit<Manifest, 'counts' | 'files'> {
  const { seed, until, years, since, format, compress } = options;
  return {
    format: MANIFEST_FORMAT,
    version: GENERATOR_VERSION,
    seed,
    choices: {
      region: data.region.name,
      municipalities,
      people,
      until,
      years,
      ...(since === undefined ? {} : { since }),
      format,
      compress,
      shardSize: options.shardSize ?? SHARD_SIZE,
    },
    data: hashOfSources(options),
  };
}

/** Makes the folder this population's, or refuses where it is another's. */
function claim(out: string, about: Omit<Manifest, 'counts' | 'files'>, share: Share | undefined): void {
  const file = path.join(out, PLAN_FILE);
  if (!existsSync(file)) {
    mkdirSync(out, { recursive: true });
    // Those who begin at the same time write the same, each under a name of its own.
    writeWholeFile(file, about, share === undefined ? '' : `.${share.part}`);
    return;
  }
  if (JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))) !== JSON.stringify(about)) {
    throw new InputError(
      'Här ligger redan en annan population, eller en del av en; välj en annan mapp eller ta bort den.',
      {
        file: out,
      },
    );
  }
}

function shardPlanOf(options: GenerateOptions): ShardPlan {
  const { out, seed, until, years, since, format, compress, shardSize = SHARD_SIZE } = options;
  const period = { until, years, ...(since === undefined ? {} : { since }) };
  return { out, seed, period, format, compress, shardSize };
}

/** What workers are told must be plain data. */
function sourcesOf({
  seed,
  people,
  region,
  municipalities,
  modules,
  testNumbers,
}: GenerateOptions): PopulationSources {
  return { seed, people, region, municipalities, modules, testNumbers };
}

const sum = ({ counts }: Receipt): number => Object.values(counts).reduce((all, count) => all + count, 0);

function totals(receipts: readonly Receipt[]): Pick<Manifest, 'counts' | 'files'> {
  const counts: Record<string, number> = {};
  for (const receipt of receipts) {
    for (const [type, count] of Object.entries(receipt.counts)) counts[type] = (counts[type] ?? 0) + count;
  }
  return {
    counts: Object.fromEntries(Object.entries(counts).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    files: receipts.flatMap(({ files }) => files),
  };
}
