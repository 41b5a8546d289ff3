import { pathToFileURL } from 'node:url';
import type { Monitored } from '../domain/evidence.ts';
import type { Fact } from '../domain/fact.ts';
import { InputError } from '../domain/input-error.ts';
import type { Monitor } from '../domain/monitor.ts';
import { monitorFiles } from '../input/monitor-files.ts';
import { judgeAll } from './judge.ts';
import { sorted } from './sorted-facts.ts';

/** What every monitor says of the facts of a run, or of a part of it; nothing where nobody watched. */
export async function monitoredIn(facts: readonly Fact[], clockAhead = 0): Promise<readonly Monitored[]> {
  return facts.length === 0 ? [] : judgeAll(await findMonitors(), sorted(facts, clockAhead));
}

/**
 * Finds the monitors, each a file in the subfolder of its kind that exports `monitor` and has its id as name. Of two with the
 * same id the first counts, so that a region's own folder comes before Genrep's.
 * @throws InputError for a file that exports none, or one of another name
 */
async function findMonitors(): Promise<readonly Monitor[]> {
  const found = new Map<string, Monitor>();
  for (const { id, file } of monitorFiles()) {
    const { monitor }: { monitor?: Monitor } = await import(pathToFileURL(file).href);
    if (monitor === undefined) {
      throw new InputError('Filen saknar exporten "monitor" (docs/how-to/monitors.md).', { file });
    }
    if (monitor.id !== id) {
      throw new InputError(`Övervakaren heter "${monitor.id}" men filen ${id}.ts; låt dem heta lika.`, {
        file,
      });
    }
    if (!found.has(id)) found.set(id, monitor);
  }
  return [...found.values()];
}
