import { writeFile } from 'node:fs/promises';
import { InputError } from '../domain/input-error.ts';
import { errorCode } from '../evidence/errors.ts';

/** Writes a file of a key that is not there; one that is, is never written over. */
export async function writeNew(file: string, content: string, mode: number): Promise<void> {
  try {
    await writeFile(file, content, { flag: 'wx', mode });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw new InputError(`Det går inte att skriva ${file}.`);
    throw new InputError(`${file} finns redan; en nyckel skrivs aldrig över. Välj ett annat namn med --out.`);
  }
}
