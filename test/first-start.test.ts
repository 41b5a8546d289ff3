import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshCopy, trackedFiles } from './first-start/fresh-copy.ts';
import { machine, quickNpm } from './first-start/machine.ts';
import { nodeOf } from './first-start/node-of.ts';
import { untilBegun } from './first-start/until-begun.ts';

/** The README's two commands as a new user meets them: the machine's own Node is 20, and nothing is installed. */

const OWN = '20.20.2';
const OLDEST = '20.0.0';

/** What any Node may be asked to run, with what tries it where everything is installed. */
const FOR_ANY_NODE: ReadonlyMap<string, readonly string[]> = new Map([
  ['cli/genrep.mjs', ['--version']],
  ['cli/set-up.mjs', []],
  ['load/k6/install.mjs', []],
]);

/** It is read only by the Node that Genrep brings, which genrep.mjs has started by then. */
const FOR_ITS_OWN_NODE = 'cli/typescript-in-packages.mjs';

let npm: string;
let own: string;
let oldest: string;
const copies: string[] = [];

beforeAll(async () => {
  [npm, own, oldest] = await Promise.all([quickNpm(), nodeOf(OWN), nodeOf(OLDEST)]);
}, 180_000);

afterAll(() => Promise.all([npm, ...copies].map((each) => rm(each, { recursive: true, force: true }))));

async function clone(): Promise<string> {
  const copy = await freshCopy();
  copies.push(copy);
  return copy;
}

const underOldest = async (file: string, args: readonly string[] = []): Promise<string> => {
  const { stderr } = await promisify(execFile)(path.join(oldest, 'node'), [file, ...args], {
    cwd: copies[0],
    env: machine([oldest]),
  });
  return stderr;
};

describe.skipIf(process.platform === 'win32')('in a clone where nothing is installed, on Node 20', () => {
  it.each([
    ['npm start', 'of its own', /❯ En vardag på|Väntar på att k6/, () => homedir()],
    // Below a file, since root may write in what is only read-only.
    ['npm test', 'that cannot be written', /▸ checks: types/, () => path.join(npm, 'npm', 'home')],
  ])(
    '%s with a home folder %s sets up what is missing, and what comes after it begins',
    async (command, _, begun, home) => {
      const cwd = await clone();
      expect(existsSync(path.join(cwd, 'node_modules'))).toBe(false);
      const said = await untilBegun(command, begun, { cwd, env: machine([npm, own], home()) });
      expect(said).toContain('Installerar beroenden');
      expect(said).toMatch(begun);
    },
    240_000,
  );

  it.each([...FOR_ANY_NODE])(`%s runs on Node ${OLDEST}`, async (file, args) => {
    expect(await underOldest(file, args)).toBe('');
  });

  it(`a name that Node ${OLDEST} lacks is told from one that it has`, async () => {
    const newer = path.join(npm, 'newer.mjs');
    await writeFile(newer, "import { enableCompileCache } from 'node:module';\nenableCompileCache();\n");
    await expect(underOldest(newer)).rejects.toThrow(/enableCompileCache/);
  });

  it('nothing else is meant for any Node', async () => {
    const modules = (await trackedFiles()).filter((file) => file.endsWith('.mjs') && file.includes('/'));
    expect(modules.filter((file) => file !== FOR_ITS_OWN_NODE)).toEqual([...FOR_ANY_NODE.keys()]);
  });
});
