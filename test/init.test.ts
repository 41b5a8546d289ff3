import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../cli/project.ts';
import { EXIT } from '../domain/verdict.ts';
import { genrep } from './command.ts';

/** A folder of one's own, with Genrep packed and installed in it as npm would, and without a network. */

const run = promisify(execFile);
let folder: string;
let base: string;

/** npm in a folder, with no registry to reach; Node is the one that Genrep came with. */
const npm = (args: readonly string[], cwd: string) =>
  run('npm', [...args, '--offline', '--loglevel=error'], {
    cwd,
    env: {
      ...process.env,
      PATH: `${path.join(cwd, 'node_modules', '.bin')}${path.delimiter}${process.env.PATH}`,
    },
    maxBuffer: 1 << 26,
  });

beforeAll(async () => {
  base = await mkdtemp(path.join(tmpdir(), 'genrep-init-'));
  folder = path.join(base, 'vår övning');
  const { stdout } = await run('npm', ['pack', '--pack-destination', base, '--silent'], { cwd: ROOT });
  const packed = path.join(base, stdout.trim());
  const made = await genrep(['init', folder, '--genrep', `file:${packed}`]);
  expect(made).toMatchObject({ exitCode: EXIT.pass, stderr: '' });
  await writeFile(path.join(folder, 'package-lock.json'), JSON.stringify(await lockOf(folder, packed)));
  await npm(['ci'], folder);
  await useWhatIsHere();
}, 300_000);

afterAll(() => rm(base, { recursive: true, force: true }));

/** The lock file that npm would write where it may ask a registry: Genrep's own dependencies, as Genrep's lock has them. */
async function lockOf(project: string, packed: string) {
  const json = async (file: string) => JSON.parse(await readFile(file, 'utf8'));
  const [own, { dependencies, bin, name }, { packages }] = await Promise.all([
    json(path.join(project, 'package.json')),
    json(path.join(ROOT, 'package.json')),
    json(path.join(ROOT, 'package-lock.json')),
  ]);
  const needed = Object.entries<{ dev?: boolean }>(packages).filter(
    ([place, { dev }]) => place !== '' && dev !== true,
  );
  return {
    name: own.name,
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': own,
      [`node_modules/${name}`]: { version: '0.1.0', resolved: `file:${packed}`, dependencies, bin },
      ...Object.fromEntries(needed),
    },
  };
}

/** What set-up would build or fetch again. */
async function useWhatIsHere(): Promise<void> {
  const cache = path.join(folder, 'node_modules', 'genrep', '.cache');
  await mkdir(cache, { recursive: true });
  await cp(path.join(ROOT, '.cache', 'k6'), path.join(cache, 'k6'), { recursive: true });
  const node = path.join(folder, 'node_modules', 'node', 'bin');
  await mkdir(node, { recursive: true });
  await symlink(process.execPath, path.join(node, 'node')).catch((error: { code?: string }) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

describe('a folder made by genrep init', () => {
  it('rehearses a small day with its own area, by api, in browsers and under load, and passes', async () => {
    const { stdout } = await npm(['start'], folder);
    expect(stdout).toMatch(/Flöden\s+✓ \d+ godkända\s+\((\d+) av \1 spelade, [1-9]\d* i webbläsare\)/);
    const flows = await events('flow-started');
    expect(flows.filter(({ flow }) => flow.startsWith('slutenvard/maltid')).length).toBeGreaterThan(12);
    expect(new Set(flows.map(({ channel }) => channel))).toEqual(new Set(['api', 'ui']));
    expect(flows.some(({ load }) => load !== undefined)).toBe(true);
  }, 300_000);

  async function events(type: string) {
    const { stdout } = await run('sh', ['-c', 'cat runs/*/evidence.ndjson'], {
      cwd: folder,
      maxBuffer: 1 << 28,
    });
    return stdout
      .split('\n')
      .filter((line) => line.includes(`"type":"${type}"`))
      .map((line) => JSON.parse(line).event);
  }
});

it('genrep init leaves a folder alone that holds something', async () => {
  const { exitCode, stderr } = await genrep(['init', ROOT]);
  expect(exitCode).toBe(EXIT.badInput);
  expect(stderr).toMatch(/finns redan .*; ange en ny eller tom mapp/);
});
