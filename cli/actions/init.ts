import path from 'node:path';
import process from 'node:process';
import { writeProject } from '../init/write-project.ts';

/** `genrep init`: touches nothing but the new folder. */
export async function initProject(
  folder: string,
  { genrep, json }: { readonly genrep?: string; readonly json?: true },
): Promise<void> {
  const installed = await writeProject(folder, genrep);
  const shown = path.relative(process.cwd(), path.resolve(folder)) || '.';
  process.stdout.write(
    json
      ? `${JSON.stringify({ folder: path.resolve(folder), genrep: installed })}\n`
      : `${shown} är klar. Gå dit och kör:\n  npm install\n  npm start\n`,
  );
}
