import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../cli/project.ts';
import { EXIT } from '../../domain/verdict.ts';
import type { Readiness } from '../../reports/readiness.ts';
import { genrep } from '../command.ts';

/** Drills as commands, on a real reference environment whose laboratory is cut off and whose server is killed. */

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'genrep-drills-'));
});
afterAll(() => rm(folder, { recursive: true }));

const AS_LONG_AS_A_BUSY_MACHINE_TAKES = 240_000;

async function drilled(name: string, ...more: readonly string[]) {
  const out = path.join(folder, [name, ...more].join(' '));
  const { exitCode, stdout, stderr } = await genrep(['drill', name, ...more, '--json', '--out', out]);
  if (!stdout.startsWith('{')) throw new Error(stderr);
  const { drills = [] }: Readiness = JSON.parse(stdout);
  const failing = drills.flatMap(({ checks }) =>
    checks.filter(({ verdict }) => verdict !== 'pass').map(({ id }) => id),
  );
  return { exitCode, failing, drills };
}

describe('every way to stop', { timeout: AS_LONG_AS_A_BUSY_MACHINE_TAKES }, () => {
  it.each([
    'planerat-stopp',
    'natet-borta',
    'inloggningen-borta',
    'laboratoriet-borta',
    'servern-vaxlas',
    'aterga-till-det-gamla',
  ])('%s holds', async (name) => {
    const { exitCode, failing, drills } = await drilled(name);
    expect(failing).toEqual([]);
    expect(drills).toHaveLength(1);
    expect(exitCode).toBe(EXIT.pass);
  });

  it.each([
    ['laboratoriet-borta', 'result-duplicated=1/3', 'nothing-doubled'],
    ['laboratoriet-borta', 'order-lost=1/3', 'recovery-time'],
    ['planerat-stopp', 'dose-lost=1/2', 'dose-gaps'],
  ])('%s with %s is red: %s', async (name, fault, check) => {
    const { exitCode, failing } = await drilled(name, '--fault', fault);
    expect(failing).toContain(check);
    expect(exitCode).toBe(EXIT.fail);
  });
});

it('a day has its drills at their hours, its flows pass, and the gates rest on it', {
  timeout: AS_LONG_AS_A_BUSY_MACHINE_TAKES,
}, async () => {
  const whole = await readFile(path.join(ROOT, 'scenarios/days/sas-driftstopp.yaml'), 'utf8');
  const file = path.join(folder, 'dag.yaml');
  await writeFile(
    file,
    whole.replace('name: sas-driftstopp', 'name: dag\nweekdayFactor: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]'),
  );
  const { stdout, stderr } = await genrep([
    ...['day', file, '--only', '@KRAV-LAB-01', '--ui-share', '0', '--speed', '2880', '--no-allure'],
    ...['--json', '--out', path.join(folder, 'dagen')],
  ]);
  const { outcome, drills, gates, counts }: Readiness = JSON.parse(stdout || `"${stderr}"`);
  expect(outcome).toBe('passed');
  expect(counts.started).toBeGreaterThan(0);
  expect(drills?.map(({ opened, verdict }) => [opened.drill, verdict])).toEqual([
    ['planerat-stopp', 'pass'],
    ['laboratoriet-borta', 'pass'],
  ]);
  expect(gates.find(({ id }) => id === 'driftstopp')?.evidence).toHaveLength(1);
});
