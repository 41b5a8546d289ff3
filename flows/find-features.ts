import { glob, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '../domain/input-error.ts';

/** The feature files under some files and folders, relative to the root, checked for what the Gherkin parser trips over. */
export async function findFeatures(root: string, paths: readonly string[]): Promise<string[]> {
  const files = new Set<string>();
  for (const given of paths) {
    for (const file of await featuresUnder(root, given)) files.add(file);
  }
  for (const file of files) await requireReadableLetters(root, file);
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

const utf8 = new TextDecoder('utf-8', { fatal: true });

async function requireReadableLetters(root: string, file: string): Promise<void> {
  const bytes = await readFile(path.resolve(root, file));
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    throw new InputError(
      'Filen är inte UTF-8: å, ä och ö går inte att läsa. Spara om den med teckenkodningen UTF-8.',
      { file },
    );
  }
  requireComposedLetters(file, text.split('\n'));
}

/** A decomposed å, ä or ö (Unicode NFD, as some file systems and editors write) makes keywords and words unrecognisable. */
function requireComposedLetters(file: string, lines: readonly string[]): void {
  for (const [index, line] of lines.entries()) {
    const loose = DECOMPOSED.exec(line);
    if (loose === null) continue;
    throw new InputError(
      `Bokstaven ${loose[0].normalize('NFC')} är skriven med lös prick eller ring (Unicode NFD), så att orden inte känns igen; ` +
        'spara hela filen som NFC.',
      { file, line: index + 1, column: loose.index + 1 },
    );
  }
}

/** A letter and a mark that have one sign of their own. */
const DECOMPOSED = /[a-zA-Z][\u0300\u0301\u0302\u0303\u0308\u030a\u0327]/;
