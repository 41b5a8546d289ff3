import { spawn } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

/** Every check of the project, in the order that fails fastest. The last line is the sum: "N passed, N failed". */

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
  { name: 'format and lint', command: [bin('biome'), 'ci', '--error-on-warnings', '.'] },
  { name: 'import rules', command: [bin('depcruise'), '--config', '.dependency-cruiser.mjs', '.'] },
  { name: 'unused code and dependencies', command: [bin('knip')] },
  { name: 'step definitions in cucumber-js', command: [bin('cucumber-js')] },
];

function run(command: readonly string[]): Promise<boolean> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, { cwd: root, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code === 0));
  });
}

async function check({ name, command }: (typeof CHECKS)[number]): Promise<Tally> {
  process.stdout.write(`\n▸ ${name}\n`);
  const passed = await run(command);
  if (!passed) process.stdout.write(`✗ ${name}\n`);
  return { passed: Number(passed), failed: Number(!passed) };
}

/** A run of vitest that broke before it could count its tests counts as one failure. */
async function tests(): Promise<Tally> {
  process.stdout.write('\n▸ tests\n');
  const results = path.join(await mkdtemp(path.join(tmpdir(), 'genrep-tests-')), 'results.json');
  const ended = await run([
    bin('vitest'),
    'run',
    ...['unit', 'end to end', 'load'].map((project) => `--project=${project}`),
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${results}`,
  ]);
  const report = await readFile(results, 'utf8').catch(() => undefined);
  if (report === undefined) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(report);
  const failed = numFailedTests + (numFailedTests === 0 ? numFailedTestSuites : 0);
  return { passed: numPassedTests, failed: failed === 0 && !ended ? 1 : failed };
}

const tallies: Tally[] = [];
for (const each of CHECKS) tallies.push(await check(each));
tallies.push(await tests());

const sum = (key: keyof Tally): number => tallies.reduce((total, tally) => total + tally[key], 0);
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
