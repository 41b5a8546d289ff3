import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PopulationData } from './population-data.ts';

/** Below the project, ignored by git; what is in it can be deleted at any time. */
const CACHE = fileURLToPath(new URL('../.cache/generators', import.meta.url));

/**
 * The data as it was when the same files were read before, else as `load` reads them now. Reading YAML and checking it
 * takes longer than making a person does.
 */
export async function cachedPopulationData(
  hash: string,
  load: () => Promise<PopulationData>,
): Promise<PopulationData> {
  const file = path.join(CACHE, `${hash}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'), reviveMap) as PopulationData;
  const data = await load();
  mkdirSync(CACHE, { recursive: true });
  const partial = `${file}.${process.pid}.partial`;
  writeFileSync(partial, JSON.stringify(data, keepMap));
  renameSync(partial, file);
  return data;
}

interface KeptMap {
  readonly entriesOfMap: [unknown, unknown][];
}

const keepMap = (_key: string, value: unknown): unknown =>
  value instanceof Map ? ({ entriesOfMap: [...value] } satisfies KeptMap) : value;

const reviveMap = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'entriesOfMap' in value
    ? new Map((value as KeptMap).entriesOfMap)
    : value;
