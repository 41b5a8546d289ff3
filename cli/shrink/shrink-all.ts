import { existsSync } from 'node:fs';
import { appendFile, cp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { ShrinkCase, ShrinkResult, ShrinkTry, ShrunkCause } from '../../domain/shrink.ts';
import type { Cause } from '../../reports/causes.ts';
import { RunInterrupted } from '../interruption.ts';
import { VERSION } from '../project.ts';
import type { Shrinking } from './open.ts';
import { causesIn, playCase } from './play-case.ts';
import { type Found, shrinkCause } from './search.ts';
import { exampleOf, flowsOf } from './smallest.ts';
import { hashOf, Tries } from './tries.ts';

/** What was played, a line each. */
const TRIED = 'tried.ndjson';
/** The evidence of every part, until it is known which is the smallest. */
const PARTS = 'parts';

export interface ShrinkAllOptions {
  /** Where everything goes; what was played there before is not played again. */
  readonly folder: string;
  /** Short runs at most, those before too. */
  readonly most: number;
  readonly signal: AbortSignal;
  readonly progress?: (played: number, flows: number) => void;
}

/** Shrinks one cause of a run after the other; what the smallest part of one shows of others is the same finding. */
export async function shrinkAll(shrinking: Shrinking, options: ShrinkAllOptions): Promise<ShrinkResult> {
  const { history, causes, replay, subject, nameOf } = shrinking;
  const { folder, most, signal, progress } = options;
  const tried = path.join(folder, TRIED);
  const tries = new Tries({
    most,
    known: await triesIn(tried),
    async play(one, nth) {
      const part = partIn(folder, one, nth);
      await rm(part, { recursive: true, force: true });
      try {
        const shown = await playCase({ replay, of: history }, one, part, signal);
        return shown.map(({ key }) => key);
      } catch (error) {
        if (signal.aborted) throw new RunInterrupted('shrink', folder);
        throw error;
      }
    },
    async remember(one, { instances }) {
      await appendFile(tried, `${JSON.stringify(one)}\n`);
      progress?.(tries.played, instances.length);
    },
  });

  const told = new Set<string>();
  const shrunk: ShrunkCause[] = [];
  for (const cause of causes) {
    if (told.has(cause.key)) continue;
    const found = await shrinkCause(cause, subject, tries);
    const shown: ReadonlySet<string> = found.whole === undefined ? new Set() : tries.causesIn(found.whole);
    const same = causes
      .map(({ key }) => key)
      .filter((key) => key !== cause.key && shown.has(key) && !told.has(key));
    for (const key of [cause.key, ...same]) told.add(key);
    shrunk.push({
      ...{ key: cause.key, ...cause.signature, component: cause.component },
      ...{ ...nameOf(cause), count: cause.count },
      ...{ outcome: found.outcome, seen: found.seen, same },
      ...(await smallestOf(cause, found, `cause-${shrunk.length + 1}`)),
    });
  }
  await rm(path.join(folder, PARTS), { recursive: true, force: true });
  const { started, instances } = history;
  return {
    ...{ version: 1, genrep: VERSION, run: started.run, title: started.title, seed: started.seed },
    ...{ system: replay.system, planted: replay.faults, flows: instances.length },
    ...{ played: tries.played, most, causes: shrunk },
  };

  /** The smallest part is kept as a run of its own. */
  async function smallestOf(
    cause: Cause,
    { smallest }: Found,
    name: string,
  ): Promise<Pick<ShrunkCause, 'smallest'>> {
    if (smallest === undefined) return {};
    const nth = tries.firstThatShowed(smallest, cause.key);
    const kept = path.join(folder, name);
    if (!existsSync(kept)) await cp(partIn(folder, smallest, nth), kept, { recursive: true });
    const shown = (await causesIn(kept)).find(({ key }) => key === cause.key);
    const example = shown && exampleOf(shown, smallest, replay);
    const flows = flowsOf(smallest, replay);
    return { smallest: { run: name, case: smallest, flows, ...(example === undefined ? {} : { example }) } };
  }
}

const partIn = (folder: string, one: ShrinkCase, nth: number): string =>
  path.join(folder, PARTS, `${hashOf(one).slice(0, 12)}-${nth + 1}`);

/** A line that was being written when it was cut off does not count. */
async function triesIn(file: string): Promise<readonly ShrinkTry[]> {
  if (!existsSync(file)) return [];
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.slice(0, -1).map((line): ShrinkTry => JSON.parse(line));
}
