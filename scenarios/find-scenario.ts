import { existsSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../domain/input-error.ts';
import { filesByName, isOfRehearsal } from '../input/project.ts';
import { didYouMean } from '../input/suggest.ts';

/** What the folders of scenario files are called, in the words of messages. */
const KINDS = {
  days: 'dag',
  stages: 'etapp',
  simulation: 'simulering av en dag',
  'what-if': 'vad-händer-om-fråga',
  labs: 'plan för ett labb',
  questionnaires: 'ordalydelse av ett frågeformulär',
  decks: 'samling kontrollfall',
  training: 'utbildningsplan',
  traces: 'kravlista med spår',
  roadmaps: 'införandeplan',
  drills: 'övning av driftstopp',
  weeks: 'plan för de första veckorna',
  access: 'samling åtkomstregler',
} as const;
export type ScenarioKind = keyof typeof KINDS;

const filesOf = (kind: ScenarioKind) => filesByName('scenarios', kind);

/** Names of the files of one kind. */
export const namesOf = (kind: ScenarioKind): string[] => [...filesOf(kind).keys()].sort();

/** Of those the rehearsal's own: none in Genrep's folder. */
export const ownNamesOf = (kind: ScenarioKind): string[] =>
  namesOf(kind).filter((name) => isOfRehearsal(filesOf(kind).get(name) ?? ''));

/** The file that is told by its path or by its name in the standard folder. */
export function findScenario(kind: ScenarioKind, pathOrName: string): string {
  const named = filesOf(kind).get(pathOrName);
  if (named !== undefined) return named;
  if (pathOrName.endsWith('.yaml') && existsSync(pathOrName)) return path.resolve(pathOrName);
  const names = namesOf(kind);
  const near = didYouMean(pathOrName, names) || '.';
  throw new InputError(
    `Det finns ingen ${KINDS[kind]} "${pathOrName}"${near} Ange sökvägen till en .yaml-fil eller ett av namnen ${names.join(', ')}.`,
  );
}
