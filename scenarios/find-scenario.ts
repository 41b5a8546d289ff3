import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../domain/input-error.ts';
import { didYouMean } from '../input/suggest.ts';

/** What the folders of scenario files are called, in the words of messages. */
const KINDS = {
  days: 'dag',
  stages: 'etapp',
  simulation: 'simulering av en dag',
  'what-if': 'vad-händer-om-fråga',
} as const;
export type ScenarioKind = keyof typeof KINDS;

const folderOf = (kind: ScenarioKind): string => path.join(import.meta.dirname, kind);

/** Names of the files of one kind that come with Genrep. */
export const namesOf = (kind: ScenarioKind): string[] =>
  readdirSync(folderOf(kind))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => path.basename(file, '.yaml'))
    .sort();

/** The file that is told by its path or by its name in the standard folder. */
export function findScenario(kind: ScenarioKind, pathOrName: string): string {
  const names = namesOf(kind);
  if (names.includes(pathOrName)) return path.join(folderOf(kind), `${pathOrName}.yaml`);
  if (pathOrName.endsWith('.yaml') && existsSync(pathOrName)) return path.resolve(pathOrName);
  const near = didYouMean(pathOrName, names) || '.';
  throw new InputError(
    `Det finns ingen ${KINDS[kind]} "${pathOrName}"${near} Ange sökvägen till en .yaml-fil eller ett av namnen ${names.join(', ')}.`,
  );
}
