import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { SystemProfile } from '../../systems/profile.ts';
import { bundleScript } from '../bundle.ts';
import { lineOf } from '../plan/entry-line.ts';
import type { LoadEntry, LoadHeader, LoadPlan } from '../plan/load-plan.ts';

export interface LoadFilesOptions {
  readonly folder: string;
  readonly run: string;
  readonly load: string;
  readonly plan: LoadPlan;
  /** Files that say the areas of care in FHIR. */
  readonly areas: readonly string[];
  /** As its file has it: secrets by reference. */
  readonly profile: SystemProfile;
  /** Largest size of a file of entries, in characters; all in one when absent. */
  readonly mostPerFile?: number;
}

/** Writes what k6 runs into a folder: script.js, header.json and the plan's entries. Gives the files' names. */
export async function writeLoadFiles(options: LoadFilesOptions): Promise<string[]> {
  const { folder, run, load, plan, areas, profile, mostPerFile = Number.POSITIVE_INFINITY } = options;
  await mkdir(folder, { recursive: true });
  const chunks = chunked(plan.entries, mostPerFile);
  const entryFiles = chunks.map((_, index) => `plan-${index}.ndjson`);
  const header: LoadHeader = {
    run,
    load,
    profile,
    flows: plan.flows,
    units: plan.units,
    speed: plan.facts.speed,
    endsBy: plan.endsBy,
    slice: plan.facts.slice,
    mostInFlight: plan.mostInFlight,
    segments: plan.facts.segments,
    entryFiles,
  };
  await writeFile(path.join(folder, 'script.js'), await bundleScript(areas, profile.mapping !== undefined));
  await writeFile(path.join(folder, 'header.json'), JSON.stringify(header));
  for (const [index, lines] of chunks.entries()) {
    const file = path.join(folder, entryFiles[index] ?? '');
    await pipeline(Readable.from(lines.map((line) => `${line}\n`)), createWriteStream(file));
  }
  return ['script.js', 'header.json', ...entryFiles];
}

/** The entries' lines in groups of at most so many characters. */
function chunked(entries: readonly LoadEntry[], most: number): string[][] {
  const chunks: string[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const entry of entries) {
    const line = lineOf(entry);
    if (size + line.length > most || chunks.length === 0) {
      chunks.push([]);
      size = 0;
    }
    chunks.at(-1)?.push(line);
    size += line.length + 1;
  }
  return chunks;
}
