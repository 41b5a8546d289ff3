import { randomBytes } from 'node:crypto';
import path from 'node:path';
import process from 'node:process';
import { DateTime } from 'luxon';
import { RUNS } from './project.ts';

/** A new run's id: when, what, and a few letters so that two of the same minute differ. */
function newRunId(what: string, now: number): string {
  const when = DateTime.fromMillis(now).toFormat("yyyy-LL-dd'T'HHmmss");
  return `${when}-${what}-${randomBytes(2).toString('hex')}`;
}

/** Where the user wants a run to be. */
export interface RunPlace {
  readonly out?: string;
  /** Whether a finished run that stands there makes room. */
  readonly replace?: true;
}

/** A new run's id and folder. Throws EvidenceError when a run stands there that may not be replaced. */
export async function newRun(
  what: string,
  { out, replace }: RunPlace,
): Promise<{ readonly id: string; readonly folder: string }> {
  const id = newRunId(what, Date.now());
  const folder = runFolder(id, out);
  if (replace === true) {
    const { removeFinished } = await import('./remove-finished.ts');
    await removeFinished(folder);
  }
  return { id, folder };
}

/** Where a run of this id lives, unless the user said where. */
export const runFolder = (id: string, out?: string): string =>
  out === undefined ? path.join(RUNS, id) : path.resolve(out);

/** A run named by its folder, or by its id in runs/. */
export const findRun = (given: string): string =>
  path.resolve(given.includes('/') || given === '.' ? given : path.join(RUNS, given));

/** A run as its user would name it: by its id in runs/, or by its folder from where the user stands. */
export function asNamed(folder: string): string {
  if (path.dirname(folder) === RUNS) return path.basename(folder);
  const relative = path.relative(process.cwd(), folder) || '.';
  return relative.includes(path.sep) || relative === '.' ? relative : `.${path.sep}${relative}`;
}

/** Where what people have decided about a stage's gates is kept, unless the user said where. */
export const decisionsFolder = (stage: string, given?: string): string =>
  given === undefined ? path.join(RUNS, 'decisions', stage) : path.resolve(given);
