import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../cli/project.ts';
import { loadStage } from '../scenarios/load-stage.ts';
import { genrep, startGenrep } from './command.ts';
import { journalOf, journalSays } from './journal-says.ts';

/** A seventh of a day's patients, by api, as fast as two busy cores can that do other things too; pages are in features.test.ts. */
const SHARE = '0.14';

let folder: string;
let day: readonly string[];
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'genrep-day-'));
  const whole = await readFile(path.join(ROOT, 'scenarios/days/sas-vardag.yaml'), 'utf8');
  const file = path.join(folder, 'sas-vardag.yaml');
  const seldom = /(akutsjukvard\/okand-trauma, perDay:) \d+/;
  await writeFile(
    file,
    whole
      .replace(/^weekdayFactor: .*$/m, `weekdayFactor: [${Array(7).fill(SHARE)}]`)
      // So many that both of its scenarios are played in a seventh of a day.
      .replace(seldom, '$1 15'),
  );
  day = ['day', file, '--ui-share', '0', '--speed', '1440', '--no-allure'];
});

const STAGE_SAID = /Etappen är inte klar ännu: (\d+) av (\d+) grindar är passerade, (\d+) återstår\./;

// One at a time: two days at once are late for each other's sake.
describe('a rehearsed day', () => {
  it('passes without faults and is no go, and everything it says can be made again from its evidence', {
    timeout: 240_000,
  }, async () => {
    const run = path.join(folder, 'passed');
    const { exitCode, stdout } = await genrep([...day, '--out', run]);
    expect(stdout).toContain('✓ Generalrepetitionen är godkänd');
    const [, passed, all, left] = (STAGE_SAID.exec(stdout) ?? []).map(Number);
    expect(passed).toBeGreaterThan(5);
    // The whole run is a gate beside the stage's own.
    expect([all, left]).toEqual([loadStage('1-sodra').gates.length + 1, (all ?? 0) - (passed ?? 0)]);
    expect(stdout).not.toMatch(/klartecken|\bgo\b/i);
    expect(stdout).toContain('readiness.html');
    expect(exitCode).toBe(0);

    expect((await genrep(['verify', run])).exitCode).toBe(0);
    const readiness = JSON.parse(await readFile(path.join(run, 'report/readiness.json'), 'utf8'));
    expect(readiness.counts.started).toBeGreaterThanOrEqual(60);
    const page = await readFile(path.join(run, 'report/readiness.html'), 'utf8');
    expect((await genrep(['report', run, '--no-allure'])).exitCode).toBe(0);
    expect(await readFile(path.join(run, 'report/readiness.html'), 'utf8')).toBe(page);
    const whole = await genrep(['readiness', '1-sodra', run, '--out', path.join(folder, 'stage')]);
    expect(whole.exitCode, 'the stage also asks for load, people and statements').toBe(3);
  });

  it('fails with a planted fault, and names the requirement', { timeout: 120_000 }, async () => {
    const run = path.join(folder, 'failed');
    const { exitCode, stdout } = await genrep([
      ...[...day, '--only', '@KRAV-LAB-02'],
      ...['--speed', '5000', '--fault', 'result-late', '--out', run],
    ]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('KRAV-LAB-02');
    expect(stdout).not.toContain('KRAV-LAB-01');
  });

  it('leaves a valid journal and no process behind when it is interrupted', { timeout: 60_000 }, async () => {
    const run = path.join(folder, 'interrupted');
    const { child, result } = startGenrep([...day, '--out', run]);
    await journalSays(run, '"type":"step-ended"');
    child.kill('SIGINT');
    expect((await result).exitCode).toBe(130);
    const { exitCode, stdout } = await genrep(['verify', run]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('avbruten');
    const [, address] = /"address":"http:\/\/(127\.0\.0\.1:\d+)"/.exec(await journalOf(run)) ?? [];
    if (address !== undefined) await expect(answers(address)).resolves.toBe(false);
  });
});

const answers = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const [host, port] = address.split(':');
    const socket = connect({ host, port: Number(port) });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
