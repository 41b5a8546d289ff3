import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Monitored } from '../domain/evidence.ts';
import type { Fact } from '../domain/fact.ts';
import { InputError } from '../domain/input-error.ts';
import { MONITOR_KINDS, type Monitor } from '../domain/monitor.ts';
import { placesOf } from '../input/project.ts';
import { judgeAll } from './judge.ts';
import { sorted } from './sorted-facts.ts';

/** What every monitor says of the facts of a run, or of a part of it; nothing where nobody watched. */
export async function monitoredIn(facts: readonly Fact[], clockAhead = 0): Promise<readonly Monitored[]> {
  return facts.length === 0 ? [] : judgeAll(await findMonitors(), sorted(facts, clockAhead));
}

/**
 * Finds the monitors in some folders, each a file in the subfolder of its kind, that exports `monitor`. Of two with the
 * same id the first counts, so that a region's own folder comes before Genrep's.
 * @throws InputError for a file that exports none
 */
async function findMonitors(folders: readonly string[] = placesOf('monitors')): Promise<readonly Monitor[]> {
  const found = new Map<string, Monitor>();
  for (const file of folders.flatMap(filesIn)) {
    const { monitor }: { monitor?: Monitor } = await import(pathToFileURL(file).href);
    if (monitor === undefined) {
      throw new InputError('Filen saknar exporten "monitor" (docs/how-to/monitors.md).', { file });
    }
    if (!found.has(monitor.id)) found.set(monitor.id, monitor);
  }
  return [...found.values()];
}

const filesIn = (folder: string): string[] =>
  Object.keys(MONITOR_KINDS).flatMap((kind) => {
    const place = path.join(folder, kind);
    if (!existsSync(place)) return [];
    return readdirSync(place)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .sort()
      .map((name) => path.join(place, name));
  });
