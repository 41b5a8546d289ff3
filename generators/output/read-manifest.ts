import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../../domain/input-error.ts';
import { GENERATOR_VERSION } from '../version.ts';
import { MANIFEST_FILE, MANIFEST_FORMAT, type Manifest } from './manifest.ts';

/** The manifest of a whole population; where it is missing or of an unknown version, an InputError. */
export function readManifest(folder: string): Manifest {
  const file = path.join(folder, MANIFEST_FILE);
  if (!existsSync(file)) {
    throw new InputError(
      `Här finns ingen hel population: ${MANIFEST_FILE} saknas; kör generate population färdigt.`,
      {
        file: folder,
      },
    );
  }
  const text = readFileSync(file, 'utf8');
  const manifest = parsed(text, file);
  if (manifest.format !== MANIFEST_FORMAT) refuse('format', manifest.format, MANIFEST_FORMAT);
  if (manifest.version !== GENERATOR_VERSION) refuse('version', manifest.version, GENERATOR_VERSION);
  return manifest;

  function refuse(key: string, found: unknown, known: string): never {
    const line = 1 + text.slice(0, Math.max(0, text.indexOf(`"${key}"`))).split('\n').length - 1;
    throw new InputError(`"${key}" är ${JSON.stringify(found)}, som är okänt här; det ska vara "${known}".`, {
      file,
      line,
    });
  }
}

function parsed(text: string, file: string): Manifest {
  try {
    return JSON.parse(text) as Manifest;
  } catch (cause) {
    throw new InputError(`Det här är ingen JSON (${cause instanceof Error ? cause.message : cause}).`, {
      file,
      line: 1,
    });
  }
}

/** Puts a file in place as a whole. `by` tells those apart who may write it at the same time. */
export function writeWholeFile(file: string, content: unknown, by = ''): void {
  const partial = `${file}${by}.partial`;
  writeFileSync(partial, `${JSON.stringify(content, null, 1)}\n`);
  renameSync(partial, file);
}
