import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { DateTime } from 'luxon';
import { RUNS } from './project.ts';

/** A new run's id: when, what, and a few letters so that two of the same minute differ. */
function newRunId(what: string, now: number): string {
  const when = DateTime.fromMillis(now).toFormat("yyyy-LL-dd'T'HHmmss");
  return `${when}-${what}-${randomBytes(2).toString('hex')}`;
}

/** A new run's id and folder. */
export function newRun(what: string, out?: string): { readonly id: string; readonly folder: string } {
  const id = newRunId(what, Date.now());
  return { id, folder: runFolder(id, out) };
}

/** Where a run of this id lives, unless the user said where. */
export const runFolder = (id: string, out?: string): string =>
  out === undefined ? path.join(RUNS, id) : path.resolve(out);

/** A run named by its folder, or by its id in runs/. */
export const findRun = (given: string): string =>
  path.resolve(given.includes('/') || given === '.' ? given : path.join(RUNS, given));

/** Where what people have decided about a stage's gates is kept, unless the user said where. */
export const decisionsFolder = (stage: string, given?: string): string =>
  given === undefined ? path.join(RUNS, 'decisions', stage) : path.resolve(given);
