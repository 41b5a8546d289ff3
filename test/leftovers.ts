import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';

/** Everything that a run left in its folder, by name, as text; what is zipped is opened. */
export async function leftoversOf(run: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const entry of await readdir(run, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const bytes = await readFile(file);
    if (entry.name.endsWith('.zip')) {
      for (const [member, content] of Object.entries(unzipSync(bytes))) {
        found.set(`${file}!${member}`, strFromU8(content, true));
      }
    } else found.set(file, bytes.toString('latin1'));
  }
  return found;
}
