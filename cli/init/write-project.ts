import { cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '../../domain/input-error.ts';
import { ROOT } from '../../input/project.ts';
import manifest from '../../package.json' with { type: 'json' };
import { packGenrep } from './pack-genrep.ts';

const TEMPLATE = path.join(import.meta.dirname, 'template');
/** Files that npm would take for its own, or leave out, when it packs Genrep. */
const DOTTED: Readonly<Record<string, string>> = { gitignore: '.gitignore', npmrc: '.npmrc' };

/**
 * Writes a folder that is a rehearsal: flows, an area of care, a day, a stage, a system, and how to run them.
 * @param genrep what npm shall install as Genrep: a version, or `file:` and a package; without, this Genrep, packed
 * @returns what npm is told to install
 * @throws InputError when the folder holds anything already
 */
export async function writeProject(folder: string, genrep?: string): Promise<string> {
  await requireEmpty(folder);
  await mkdir(folder, { recursive: true });
  await cp(TEMPLATE, folder, { recursive: true });
  for (const [packed, dotted] of Object.entries(DOTTED)) {
    await rename(path.join(folder, packed), path.join(folder, dotted));
  }
  await writeTemplatesOfCi(path.join(folder, 'ci'));
  const installed = genrep ?? (await packGenrep(folder));
  await writeFile(
    path.join(folder, 'package.json'),
    `${JSON.stringify(packageOf(folder, installed), null, 2)}\n`,
  );
  return installed;
}

/** As they are for Genrep's own folder, where set-up lies elsewhere; they pass as they are, in the reference environment. */
async function writeTemplatesOfCi(into: string): Promise<void> {
  const from = path.join(ROOT, 'docs', 'ci');
  await mkdir(into);
  for (const name of await readdir(from)) {
    const template = await readFile(path.join(from, name), 'utf8');
    await writeFile(
      path.join(into, name),
      template
        .replaceAll('node cli/set-up.mjs', SET_UP)
        .replaceAll('--system ./our-test-environment.yaml', '--system reference'),
    );
  }
}

async function requireEmpty(folder: string): Promise<void> {
  const there = await readdir(folder).catch(() => []);
  if (there.length === 0) return;
  throw new InputError(`I ${folder} finns redan ${there[0]}; ange en ny eller tom mapp.`);
}

const SET_UP = `node node_modules/${manifest.name}/cli/set-up.mjs`;

const packageOf = (folder: string, genrep: string) => ({
  name: path
    .basename(path.resolve(folder))
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9-]+/g, '-'),
  version: '1.0.0',
  private: true,
  type: 'module',
  scripts: {
    start: `${SET_UP} && genrep day min-dag --speed 1440 --ui-share 0.25 --load min-topp`,
    types: 'tsc -p .',
    test: `${SET_UP} && npm run types --silent && genrep features --channel api features && genrep contract reference`,
  },
  dependencies: { [manifest.name]: genrep },
  // As Genrep itself was tried with.
  overrides: manifest.overrides,
});
