import { spawn } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

/** Every check of the project. The last line is the sum: "N passed, N failed". */

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

const node = process.execPath;
const root = path.resolve(import.meta.dirname, '..');
const bin = (name: string): string => path.join(root, 'node_modules', '.bin', name);

const CHECKS: readonly { readonly name: string; readonly command: readonly string[] }[] = [
  { name: 'types', command: [node, 'node_modules/typescript7/bin/tsc', '-p', '.'] },
  {
    name: 'types of the web client',
    command: [node, 'node_modules/typescript7/bin/tsc', '-p', 'reference/client'],
  },
  {
    name: 'types of the debriefing page',
    command: [node, 'node_modules/typescript7/bin/tsc', '-p', 'lab/debriefing/client'],
  },
  { name: 'format and lint', command: [bin('biome'), 'ci', '--error-on-warnings', '.'] },
  { name: 'import rules', command: [bin('depcruise'), '--config', '.dependency-cruiser.mjs', '.'] },
  { name: 'unused code and dependencies', command: [bin('knip')] },
  { name: 'step definitions in cucumber-js', command: [bin('cucumber-js')] },
];

/** What every program that is started here has compiled once is read by the next, as the commands do. */
process.env.NODE_COMPILE_CACHE ??= path.join(root, '.cache', 'compiled');

function start([program = '', ...args]: readonly string[], stdio: 'inherit' | 'pipe') {
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', stdio, stdio] });
  const passed = new Promise<boolean>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code === 0));
  });
  return { child, passed };
}

/** All at the same time, since most of them use one core; each is told as a whole, in the order above. */
async function checks(): Promise<Tally[]> {
  const started = CHECKS.map(({ name, command }) => {
    const { child, passed } = start(command, 'pipe');
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (some: Buffer) => said.push(some));
    return { name, passed, said };
  });
  const tallies: Tally[] = [];
  for (const { name, passed, said } of started) {
    const isPassed = await passed;
    process.stdout.write(`\n▸ ${name}\n${Buffer.concat(said)}${isPassed ? '' : `✗ ${name}\n`}`);
    tallies.push({ passed: Number(isPassed), failed: Number(!isPassed) });
  }
  return tallies;
}

/** Other commands' tests: `npm run foreign` and `npm run thorough`. */
const LATER = ['--project=!foreign', '--project=!thorough'];

/** A run of vitest that broke before it could count its tests counts as one failure. */
async function tests(): Promise<Tally> {
  process.stdout.write('\n▸ tests\n');
  const results = path.join(await mkdtemp(path.join(tmpdir(), 'genrep-tests-')), 'results.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile=${results}`];
  const ended = await start([bin('vitest'), 'run', ...LATER, ...reporters], 'inherit').passed;
  const report = await readFile(results, 'utf8').catch(() => undefined);
  if (report === undefined) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(report);
  const failed = numFailedTests + (numFailedTests === 0 ? numFailedTestSuites : 0);
  return { passed: numPassedTests, failed: failed === 0 && !ended ? 1 : failed };
}

process.stdout.write(`▸ checks: ${CHECKS.map(({ name }) => name).join(', ')}\n`);
const tallies = [...(await checks()), await tests()];

const sum = (key: keyof Tally): number => tallies.reduce((total, tally) => total + tally[key], 0);
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
