import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Below the project, ignored by git; what is in it can be deleted at any time. */
const CACHE = path.resolve(import.meta.dirname, '../.cache/reference');

/**
 * What takes long to make, as it was when the same was made before: JSON.
 * @param madeOf everything that it depends on
 */
export async function kept<T>(name: string, madeOf: readonly string[], make: () => Promise<T>): Promise<T> {
  const hash = createHash('sha256').update(JSON.stringify(madeOf)).digest('hex');
  const file = path.join(CACHE, `${name}-${hash}.json`);
  const before = await readFile(file, 'utf8').catch(() => undefined);
  if (before !== undefined) return JSON.parse(before);
  const made = await make();
  // Where nothing can be kept, each start makes it for itself.
  await keep(file, JSON.stringify(made)).catch(() => undefined);
  return made;
}

/** Whole or not at all, for whoever reads it at the same time. */
async function keep(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const partial = `${file}.${randomUUID()}`;
  await writeFile(partial, text);
  await rename(partial, file);
}
