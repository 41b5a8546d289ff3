import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Area, Vocabulary } from '../domain/area.ts';
import { InputError } from '../domain/input-error.ts';
import { thrownInArea } from '../domain/thrown-in-area.ts';
import type { FlowCheck } from '../flows/checks/check.ts';
import type { AreaDraws } from '../flows/draws/drawing.ts';
import { placesOf } from '../input/project.ts';
import { wordFilesOf } from '../input/word-files.ts';
import type { Case } from '../systems/contract/script.ts';
import type { FhirArea } from '../systems/fhir-r4/handler.ts';
import type { PagesArea } from '../systems/reference-ui/handler.ts';
import { checkArea, checkWay, type WayIn } from './area-check.ts';

/** The areas of care at hand. What a driver or the suite needs of them is loaded when it is asked for. */
export interface CareAreas {
  /** In the order of their names. */
  readonly areas: readonly Area[];
  readonly vocabulary: Vocabulary;
  /** Files of step definitions. */
  readonly steps: readonly string[];
  /** Files that say an area in FHIR, each with the export `fhir`. */
  readonly fhirFiles: readonly string[];
  fhir(): Promise<readonly FhirArea[]>;
  pages(): Promise<readonly PagesArea[]>;
  contract(): Promise<readonly Case[]>;
  /** Files of the words that sentences may hold, read and found right. */
  wordFiles(): Promise<readonly string[]>;
  /** What flows are held against when they are compiled, beside what the areas tell of themselves. */
  checks(): Promise<readonly FlowCheck[]>;
  /** How values may vary without their flow meaning anything else. */
  draws(): Promise<AreaDraws>;
}

/**
 * Finds the areas in some folders: each subfolder with an index.ts is one. Of two with the same name the first counts, so
 * that a user's own folder comes before Genrep's.
 * @throws InputError for a file that lacks the export its name promises
 */
export async function findAreas(folders: readonly string[] = placesOf('care')): Promise<CareAreas> {
  const found = new Map<string, string>();
  for (const folder of folders) {
    for (const area of areasIn(folder))
      if (!found.has(path.basename(area))) found.set(path.basename(area), area);
  }
  const places = [...found.values()];
  const filesNamed = (name: string): string[] =>
    places.map((place) => path.join(place, name)).filter((file) => existsSync(file));
  const parts = <P>(name: string): Promise<P[]> =>
    Promise.all(filesNamed(`${name}.ts`).map((file) => exportOf<P>(file, name)));
  const areas = await Promise.all(places.map(areaAt));
  const ways = <W extends WayIn>(name: string): Promise<W[]> =>
    Promise.all(
      filesNamed(`${name}.ts`).map(async (file) => {
        const way = await exportOf<W>(file, name);
        checkWay(file, way, areas[places.indexOf(path.dirname(file))]);
        return way;
      }),
    );
  return {
    areas,
    vocabulary: new Vocabulary(areas.flatMap(({ activities }) => activities)),
    steps: filesNamed('steps.ts'),
    fhirFiles: filesNamed('fhir.ts'),
    fhir: () => ways<FhirArea>('fhir'),
    pages: () => ways<PagesArea>('pages'),
    checks: async () => (await parts<readonly FlowCheck[]>('checks')).flat(),
    draws: async () => Object.assign({}, ...(await parts<AreaDraws>('draws'))),
    wordFiles: async () => {
      await parts<unknown>('words');
      return [...found.keys()].flatMap(wordFilesOf);
    },
    contract: async () => (await parts<readonly Case[]>('contract')).flat(),
  };
}

const areasIn = (folder: string): string[] =>
  readdirSync(folder)
    .sort()
    .map((name) => path.join(folder, name))
    .filter((area) => existsSync(path.join(area, 'index.ts')));

async function areaAt(place: string): Promise<Area> {
  const file = path.join(place, 'index.ts');
  const area = await exportOf<Area>(file, 'area');
  checkArea(file, area);
  return area;
}

/** The convention of an area's files: each exports one thing, by the file's own name. */
async function exportOf<P>(file: string, name: string): Promise<P> {
  const module = await moduleOf(file);
  if (module[name] === undefined) {
    throw new InputError(
      `Filen saknar exporten "${name}"; skriv "export const ${name} = …" (care/README.md).`,
      { file },
    );
  }
  return module[name] as P;
}

/**
 * Loads a file of an area.
 * @throws InputError for a mistake in it, told by its own words: it is no fault of Genrep's
 */
export async function moduleOf(file: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await import(pathToFileURL(file).href);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`Filen går inte att läsa: ${inOneLine(error)}`, thrownInArea(error) ?? { file });
  }
}

const inOneLine = (error: unknown): string => {
  const { name = 'Fel', message = String(error) } = error instanceof Error ? error : {};
  return `${name}: ${message.split('\n')[0]}`;
};
