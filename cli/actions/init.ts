import path from 'node:path';
import process from 'node:process';
import { writeProject } from '../init/write-project.ts';
import { VERSION } from '../project.ts';

/** `genrep init`: touches nothing but the new folder. */
export async function initProject(
  folder: string,
  { genrep = VERSION }: { readonly genrep?: string },
): Promise<void> {
  await writeProject(folder, genrep);
  const shown = path.relative(process.cwd(), path.resolve(folder)) || '.';
  process.stdout.write(`${shown} är klar. Gå dit och kör:\n  npm install\n  npm start\n`);
}
