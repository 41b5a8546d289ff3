import { glob, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '../domain/input-error.ts';

/** The feature files under some files and folders, relative to the root, checked for what the Gherkin parser trips over. */
export async function findFeatures(root: string, paths: readonly string[]): Promise<string[]> {
  const files = new Set<string>();
  for (const given of paths) {
    for (const file of await featuresUnder(root, given)) files.add(file);
  }
  for (const file of files) await requireComposedLetters(root, file);
  return [...files].sort();
}

async function featuresUnder(root: string, given: string): Promise<string[]> {
  const found = await stat(path.resolve(root, given)).catch(() => undefined);
  if (found === undefined)
    throw new InputError(`Hittar inte ${given}; ange en .feature-fil eller en mapp med sådana.`);
  if (found.isFile()) return [given];
  const files: string[] = [];
  for await (const file of glob('**/*.feature', { cwd: path.resolve(root, given) })) {
    files.push(path.join(given, file).replaceAll('\\', '/'));
  }
  if (files.length === 0) throw new InputError(`Det finns inga .feature-filer i ${given}.`);
  return files;
}

/** A decomposed å, ä or ö (Unicode NFD, as some file systems and editors write) makes keywords and words unrecognisable. */
async function requireComposedLetters(root: string, file: string): Promise<void> {
  const lines = (await readFile(path.resolve(root, file), 'utf8')).split('\n');
  const index = lines.findIndex((line) => line !== line.normalize('NFC'));
  if (index === -1) return;
  throw new InputError(
    'Bokstäver som å, ä och ö är skrivna med lösa prickar och ringar (Unicode NFD); spara filen som NFC.',
    { file, line: index + 1 },
  );
}
