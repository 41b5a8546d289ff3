import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where Genrep's own modules are. */
export const MODULES = fileURLToPath(new URL('../modules/', import.meta.url));

/** The modules of a folder, in order of name. */
export const moduleFiles = (folder: string): string[] => yamlFiles(folder);

/** All files that the modules of a folder are read from. */
export const libraryFiles = (folder: string): string[] => [
  ...moduleFiles(folder),
  ...yamlFiles(path.join(folder, 'codes')),
];

const yamlFiles = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => path.join(folder, name));
