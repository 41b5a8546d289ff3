import { execFile, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import { ROOT } from '../cli/project.ts';
import { EXIT } from '../domain/verdict.ts';
import { readWalkThrough } from './walk-through/page.ts';
import { type ShellLine, shellLines } from './walk-through/shell.ts';

/** A folder of one's own, made as docs/how-to/ci.md says, with Genrep installed in it as npm would, and no network. */

const run = promisify(execFile);

export const howTo = (name: string): Promise<string> =>
  readFile(path.join(ROOT, 'docs/how-to', name), 'utf8');

export const ciPage = await howTo('ci.md');
const [, walkThrough = ''] = /^## From an empty repository.*?$([\s\S]*?)^## /m.exec(ciPage) ?? [];
const [begun = [], repository = [], ...rest] = readWalkThrough(walkThrough).commands.map(shellLines);

/** What the page says to do: what makes the folder, and what its pipeline does in it. */
export const begin: readonly ShellLine[] = begun;
export const pipeline: readonly ShellLine[] = rest.flat();

/** What the page calls the new folder. */
const THEIRS = '../var-generalrepetition';

export class OwnFolder {
  readonly folder: string;
  readonly #base: string;

  private constructor(base: string) {
    this.#base = base;
    this.folder = path.join(base, 'vår övning');
  }

  static async make(): Promise<OwnFolder> {
    const own = new OwnFolder(await mkdtemp(path.join(tmpdir(), 'genrep-init-')));
    for (const line of begin) {
      await own.play({ ...line, command: line.command.replace(THEIRS, `'${own.folder}'`) }, ROOT);
    }
    await own.write('package-lock.json', JSON.stringify(await lockOf(own.folder)));
    for (const line of repository) {
      const isInstall = line.command === 'npm install';
      // Without a registry to ask, from the lock file that it would write.
      await own.play(isInstall ? { ...line, command: 'npm ci' } : line);
      if (isInstall) await useWhatIsHere(own.folder);
    }
    return own;
  }

  /** In a process group of its own, as a terminal would have it. */
  start(command: string, cwd: string = this.folder) {
    const child = spawn('sh', ['-c', command], { cwd, env: this.#environment(), detached: true });
    const ended = new Promise<number>((resolve) =>
      child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? EXIT.interrupted : -1))),
    );
    const result = Promise.all([ended, text(child.stdout), text(child.stderr)]).then(
      ([exitCode, stdout, stderr]) => ({ exitCode, stdout, stderr }),
    );
    return { child, result };
  }

  async play({ command, exitCode }: ShellLine, cwd?: string) {
    // Allure's page takes as long as all else, and is tried elsewhere.
    const quicker = command.replace(/ features .*--out \S+/, '$& --no-allure');
    const ended = await this.start(quicker, cwd).result;
    expect(ended.exitCode, `${command}\n${ended.stdout}${ended.stderr}`).toBe(exitCode);
    return ended;
  }

  async write(file: string, content: string): Promise<void> {
    await mkdir(path.dirname(path.join(this.folder, file)), { recursive: true });
    await writeFile(path.join(this.folder, file), content);
  }

  /** Of a file in the folder, or of several by a pattern of the shell. */
  async read(pattern: string): Promise<string> {
    const { stdout } = await run('sh', ['-c', `cat ${pattern}`], { cwd: this.folder, maxBuffer: 1 << 28 });
    return stdout;
  }

  remove(): Promise<void> {
    return rm(this.#base, { recursive: true, force: true });
  }

  #environment(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      PATH: `${path.join(this.folder, 'node_modules', '.bin')}${path.delimiter}${process.env.PATH}`,
      npm_config_offline: 'true',
      npm_config_loglevel: 'error',
    };
  }
}

/** The lock file that npm would write where it may ask a registry: Genrep's own dependencies, as Genrep's lock has them. */
async function lockOf(project: string) {
  const json = async (file: string) => JSON.parse(await readFile(file, 'utf8'));
  const [own, { dependencies, bin, name, version }, { packages }] = await Promise.all([
    json(path.join(project, 'package.json')),
    json(path.join(ROOT, 'package.json')),
    json(path.join(ROOT, 'package-lock.json')),
  ]);
  const { stdout: registry } = await run('npm', ['config', 'get', 'registry'], { cwd: project });
  const needed = Object.entries<{ dev?: boolean; version: string }>(packages)
    .filter(([place, { dev }]) => place !== '' && dev !== true)
    .map(([place, entry]) => {
      // Where it comes from, so that npm need not ask and finds it among what it fetched for Genrep itself.
      const of = place.split('node_modules/').at(-1) ?? '';
      const resolved = `${registry.trim()}${of}/-/${path.basename(of)}-${entry.version}.tgz`;
      return [place, { ...entry, resolved }] as const;
    });
  return {
    name: own.name,
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': own,
      [`node_modules/${name}`]: { version, resolved: own.dependencies[name], dependencies, bin },
      ...Object.fromEntries(needed),
    },
  };
}

/** What set-up would build or fetch again. */
async function useWhatIsHere(folder: string): Promise<void> {
  const cache = path.join(folder, 'node_modules', 'genrep', '.cache');
  await mkdir(cache, { recursive: true });
  await cp(path.join(ROOT, '.cache', 'k6'), path.join(cache, 'k6'), { recursive: true });
  const node = path.join(folder, 'node_modules', 'node', 'bin');
  await mkdir(node, { recursive: true });
  await symlink(process.execPath, path.join(node, 'node')).catch((error: { code?: string }) => {
    if (error.code !== 'EEXIST') throw error;
  });
}
