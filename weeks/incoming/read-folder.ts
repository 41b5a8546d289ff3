import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type { FirstWeeks } from '../../domain/first-weeks.ts';
import { InputError } from '../../domain/input-error.ts';
import type { Contacts, Incoming, ReportedDeviation } from '../deviation.ts';
import { momentIn } from '../swedish-time.ts';
import { readCsv } from './csv.ts';
import { readTasks } from './fhir.ts';

/** All that lies in a folder, or in files that are named: CSV with deviations or contacts, NDJSON with FHIR Task. */
export async function readIncoming(places: readonly string[], plan: FirstWeeks): Promise<Incoming> {
  const { readable, others } = await incomingFiles(places);
  if (readable.length === 0)
    throw new InputError(
      `I ${places.join(', ')} finns varken CSV eller NDJSON; lägg avvikelser och vårdkontakter där.`,
    );
  const read = await Promise.all(readable.map((file) => readOne(file, plan)));
  const deviations = read.flatMap((each) => each.deviations);
  const start = momentIn(plan.start) ?? 0;
  const tellings = [...Map.groupBy(deviations, ({ id }) => id).values()].map(inOrder);
  const latest = tellings.flatMap((each) => each.at(-1) ?? []);
  return {
    deviations: latest
      .filter(({ reported }) => reported >= start)
      .toSorted((a, b) => a.reported - b.reported || (a.id < b.id ? -1 : 1)),
    before: latest.filter(({ reported }) => reported < start).length,
    contacts: onceEach(read.flatMap((each) => each.contacts)),
    milder: tellings.flatMap(madeMilder),
    files: read.map(({ name, written, ...content }) => ({
      ...{ name, written, deviations: content.deviations.length, contacts: content.contacts.length },
    })),
    ignored: others.map(shownAs),
  };
}

/** The files of some folders, or themselves: those that are read, and the others but for what Genrep writes beside them. */
export async function incomingFiles(
  places: readonly string[],
): Promise<{ readonly readable: readonly string[]; readonly others: readonly string[] }> {
  const files = (await Promise.all(places.map(filesIn))).flat().toSorted();
  const readable = files.filter((file) => /[.](csv|ndjson)$/i.test(file));
  const others = files.filter((file) => !readable.includes(file) && !OWN.has(path.basename(file)));
  return { readable, others };
}

const OWN: ReadonlySet<string> = new Set(['weeks.html', 'weeks.json']);

async function readOne(file: string, plan: FirstWeeks) {
  const name = shownAs(file);
  const [text, { mtimeMs: written }] = await Promise.all([readFile(file, 'utf8'), stat(file)]);
  const content = file.toLowerCase().endsWith('.ndjson')
    ? { deviations: readTasks(text, name, plan), contacts: [] }
    : readCsv(text, name, plan);
  return { name, written, ...content };
}

async function filesIn(place: string): Promise<string[]> {
  try {
    const entries = await readdir(place, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => path.join(place, name));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return [place];
    throw new InputError(`Mappen ${place} finns inte; ange en mapp eller filer med avvikelser.`);
  }
}

const shownAs = (file: string): string => path.relative(process.cwd(), file) || file;

/** What was told of one deviation, the oldest first; of what is as old, as the files stand. */
const inOrder = (tellings: readonly ReportedDeviation[]): ReportedDeviation[] =>
  tellings.toSorted((a, b) => a.updated - b.updated);

function madeMilder(tellings: readonly ReportedDeviation[]): Incoming['milder'][number][] {
  const last = tellings.at(-1);
  const gravest = tellings.toSorted((a, b) => a.class - b.class)[0];
  if (last === undefined || gravest === undefined || gravest.class >= last.class) return [];
  return [{ id: last.id, from: gravest.class, to: last.class }];
}

/** A unit's day that is told twice counts once; with two figures it would count by chance. */
function onceEach(contacts: readonly Contacts[]): Contacts[] {
  const seen = new Map<string, Contacts>();
  for (const each of contacts) {
    const key = `${each.day} ${each.unit}`;
    const before = seen.get(key);
    if (before !== undefined && before.contacts !== each.contacts)
      throw new InputError(
        `Vårdkontakterna på ${each.unit} ${each.day} är ${each.contacts} här men ${before.contacts} i ` +
          `${before.from.file}:${before.from.line}; ta bort den ena.`,
        each.from,
      );
    seen.set(key, each);
  }
  return [...seen.values()];
}
