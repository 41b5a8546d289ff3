import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** Genrep's own folder. */
export const ROOT = path.resolve(import.meta.dirname, '..');

/**
 * The folder of the rehearsal: the nearest one above where the command was given whose package.json has Genrep among its
 * dependencies; Genrep's own where there is none.
 */
export const PROJECT = projectAbove(process.cwd()) ?? ROOT;

/** Where features, areas, days, stages and profiles are looked for: the rehearsal's own before Genrep's. */
const FOLDERS: readonly string[] = PROJECT === ROOT ? [ROOT] : [PROJECT, ROOT];

/** The folders or files of this name that are there, the rehearsal's own first. */
export const placesOf = (...parts: readonly string[]): string[] =>
  FOLDERS.map((folder) => path.join(folder, ...parts)).filter((place) => existsSync(place));

/** The YAML files of a standard folder by their names; of two with one name the rehearsal's own counts. */
export function filesByName(...parts: readonly string[]): ReadonlyMap<string, string> {
  const files = placesOf(...parts).flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => [path.basename(file, '.yaml'), path.join(folder, file)] as const),
  );
  // Of equal keys a map keeps the last.
  return new Map(files.toReversed());
}

/** Whether a file is of a rehearsal in a folder of its own, and not Genrep's, which may lie in that folder's node_modules. */
export const isOfRehearsal = (file: string): boolean =>
  PROJECT !== ROOT && !isIn(ROOT, file) && isIn(PROJECT, file);

const isIn = (folder: string, file: string): boolean => path.resolve(file).startsWith(`${folder}${path.sep}`);

function projectAbove(folder: string): string | undefined {
  if (dependsOnGenrep(path.join(folder, 'package.json'))) return folder;
  const above = path.dirname(folder);
  return above === folder ? undefined : projectAbove(above);
}

function dependsOnGenrep(file: string): boolean {
  if (!existsSync(file)) return false;
  const { name } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  try {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(file, 'utf8'));
    return name in { ...dependencies, ...devDependencies };
  } catch {
    // Somebody else's file, and it is no JSON: whatever project that is, it is none of Genrep's.
    return false;
  }
}
