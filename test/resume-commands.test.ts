import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../cli/project.ts';
import type { EvidenceEvent } from '../domain/evidence.ts';
import { readEvidence } from '../evidence/read.ts';
import { genrep } from './command.ts';
import { killedAt } from './killed-at.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'genrep-resumed-'));
});

async function eventsOf(run: string): Promise<EvidenceEvent[]> {
  const events: EvidenceEvent[] = [];
  for await (const { event } of readEvidence(run)) events.push(event);
  return events;
}

/** What must hold of a run that was killed and has gone on: all of it is there, once, and its page says what happened. */
async function expectWhole(run: string): Promise<void> {
  const { exitCode, stdout } = await genrep(['verify', run]);
  expect(stdout).toContain('hel');
  expect(exitCode).toBe(0);
  const events = await eventsOf(run);
  const resumed = events.filter((event) => event.type === 'run-resumed');
  expect(resumed).toHaveLength(1);
  expect(resumed[0]?.interrupted.length).toBeGreaterThan(0);
  const placesOf = (type: 'step-ended' | 'flow-ended') =>
    events.flatMap((event) =>
      event.type === type ? [`${event.instance}${'step' in event ? `.${event.step}` : ''}`] : [],
    );
  for (const places of [placesOf('step-ended'), placesOf('flow-ended')]) {
    expect(places).toEqual([...new Set(places)]);
  }
  // What was to be seen within seconds, while nobody was there to look, nobody knows.
  const verdicts = events.flatMap((event) => (event.type === 'flow-ended' ? [event.verdict] : []));
  expect(verdicts.filter((verdict) => verdict !== 'pass' && verdict !== 'unknown')).toEqual([]);
  const [started] = events;
  expect(started?.type === 'run-started' && started.planned).toBe(placesOf('flow-ended').length);
  const page = await readFile(path.join(run, 'report/readiness.html'), 'utf8');
  for (const { instance } of resumed[0]?.interrupted ?? []) {
    expect(page).toMatch(new RegExp(`<li><code>${instance}</code> .*(mitt i|före) steg`));
  }
}

/** A day of six flows, all of which begin within an hour. */
async function smallDay(): Promise<string> {
  const whole = await readFile(path.join(ROOT, 'scenarios/days/sas-vardag.yaml'), 'utf8');
  const units = whole.slice(whole.indexOf('units:'), whole.indexOf('# Hur många av'));
  const file = path.join(folder, 'liten-dag.yaml');
  await writeFile(
    file,
    `name: liten-dag
title: En liten dag
stage: 1-sodra
weekday: 3
${units}
arrivals:
  laboratoriet:
    hours: [1${', 0'.repeat(23)}]
    source: Prov.
weekdayFactor: [1, 1, 1, 1, 1, 1, 1]
mix:
  - { flow: laboratorium/kritiskt-provsvar, perDay: 6, arrivals: laboratoriet }
`,
  );
  return file;
}

describe.concurrent('a command that is killed', { timeout: 180_000 }, () => {
  it('features goes on with --resume, and its report says what was interrupted', async () => {
    const run = path.join(folder, 'features');
    const args = ['features', '@KRAV-LAB-01', '--channel', 'api', '--no-allure'];
    await killedAt('"type":"step-ended"', args, run);
    await genrep(['features', '--resume', run, '--no-allure']);
    await expectWhole(run);
  });

  it('day goes on with --resume, and its report says what was interrupted', async () => {
    const run = path.join(folder, 'day');
    const args = ['day', await smallDay(), '--ui-share', '0', '--speed', '1500', '--no-allure'];
    await killedAt('"type":"step-ended"', args, run);
    const { stdout } = await genrep(['day', '--resume', run, '--no-allure', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ scope: 'run' });
    await expectWhole(run);
  });

  it('simulate leaves evidence that says that it died, of which no result is made', async () => {
    const run = path.join(folder, 'simulate');
    await killedAt('"type":"run-started"', ['simulate', 'sas-vardag', '--replications', '400'], run);
    const { exitCode, stdout } = await genrep(['verify', run]);
    expect(stdout).toMatch(/dog|avbröts|avbruten/);
    expect(exitCode).toBe(0);
    await genrep(['report', run, '--no-allure']);
    const page = await readFile(path.join(run, 'report/readiness.html'), 'utf8');
    expect(page).toContain('dog innan den var klar');
  });
});
