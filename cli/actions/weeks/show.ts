import { mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { setInterval } from 'node:timers/promises';
import { InputError } from '../../../domain/input-error.ts';
import { exitCodeOf, outcomeOf } from '../../../domain/outcome.ts';
import { SECOND } from '../../../domain/time.ts';
import { loadFirstWeeks } from '../../../scenarios/load-first-weeks.ts';
import { incomingFiles, readIncoming } from '../../../weeks/incoming/read-folder.ts';
import { measureWeeks, type WeeksResult } from '../../../weeks/measure/measure-weeks.ts';
import { weeksPage } from '../../../weeks/page/page.ts';
import { weeksText } from '../../../weeks/page/text.ts';
import { momentIn } from '../../../weeks/swedish-time.ts';
import { interruptible } from '../../interruption.ts';
import { decisionsFolder } from '../../run-folder.ts';
import { readWeekDecisions } from '../../week-decisions.ts';

/** As commander hands them over. */
export interface ShowWeeksOptions {
  readonly plan: string;
  readonly at?: string;
  readonly watch?: true;
  readonly every: number;
  readonly decisions?: string;
  readonly out?: string;
  readonly json?: true;
}

/** Between two looks at the files. */
const LOOK_EVERY = 1 * SECOND;

/** `genrep weeks`: what the command centre sees, from what has come in; with --watch anew when something comes. */
export async function showWeeks(places: readonly string[], options: ShowWeeksOptions): Promise<void> {
  if (options.watch === true && options.at !== undefined)
    throw new InputError('Ange antingen --watch, som följer klockan, eller --at, som står stilla.');
  const written = await writeWeeks(places, options);
  print(written, options);
  process.exitCode = exitCodeOf(outcomeOf(written.result.stopRules.verdict));
  if (options.watch === true) await keepWriting(places, options);
}

interface Written {
  readonly result: WeeksResult;
  readonly page: string;
}

/** Reads all, judges it and writes the page; nothing is written when something cannot be read. */
export async function writeWeeks(
  places: readonly string[],
  { plan: name, at, watch: isWatched, every, decisions, out }: ShowWeeksOptions,
): Promise<Written> {
  const { plan } = loadFirstWeeks(name);
  const moment = at === undefined ? Date.now() : momentIn(at);
  if (moment === undefined) throw new InputError(`"${at}" är ingen tidpunkt; skriv ÅÅÅÅ-MM-DD HH:MM.`);
  const incoming = await readIncoming(places, plan);
  const decided = await readWeekDecisions(plan, decisionsFolder(plan.stage, decisions));
  const result = measureWeeks(plan, incoming, decided, moment);
  const folder = path.resolve(out ?? places[0] ?? '.');
  await mkdir(folder, { recursive: true });
  const page = path.join(folder, 'weeks.html');
  const units = new Map(plan.units.map((unit) => [unit.key, unit]));
  await writeFile(page, weeksPage(result, units, isWatched === true ? { refresh: every } : {}));
  await writeFile(path.join(folder, 'weeks.json'), `${JSON.stringify(result, null, 2)}\n`);
  return { result, page };
}

function print({ result, page }: Written, { json }: ShowWeeksOptions): void {
  const shown = path.relative(process.cwd(), page);
  process.stdout.write(json === true ? `${JSON.stringify(result)}\n` : `${weeksText(result)}\n${shown}\n`);
}

/**
 * Until somebody stops it: when a file has changed, and as often as told, since what is open grows older. Files are looked at
 * every second and not subscribed to: a folder on another machine's disk tells nobody of changes.
 */
async function keepWriting(places: readonly string[], options: ShowWeeksOptions): Promise<void> {
  await interruptible(async (signal) => {
    let seen = await lookOf(places);
    let writtenAt = Date.now();
    for await (const _ of setInterval(LOOK_EVERY, undefined, { signal })) {
      const look = await lookOf(places);
      if (look === seen && Date.now() - writtenAt < options.every * SECOND) continue;
      [seen, writtenAt] = [look, Date.now()];
      await writeAgain(places, options);
    }
  });
}

async function writeAgain(places: readonly string[], options: ShowWeeksOptions): Promise<void> {
  try {
    print(await writeWeeks(places, options), options);
  } catch (error) {
    // A file that somebody is in the middle of writing is whole a moment later; until then the page is as it was.
    if (!(error instanceof InputError)) throw error;
    process.stderr.write(`${error.message}\n`);
  }
}

/** What the files look like from outside: their names, sizes and times. */
async function lookOf(places: readonly string[]): Promise<string> {
  const files = await incomingFiles(places);
  const looks = await Promise.all(
    files.readable.map(async (file) => {
      const { size, mtimeMs } = await stat(file);
      return `${file} ${size} ${mtimeMs}`;
    }),
  );
  return looks.join('\n');
}
