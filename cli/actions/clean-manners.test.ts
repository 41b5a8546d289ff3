import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterEach, expect, it, vi } from 'vitest';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { stepToken } from '../../domain/step-token.ts';
import { DAY } from '../../domain/time.ts';
import { EXIT } from '../../domain/verdict.ts';
import { journalOf, testClock } from '../../evidence/testing/journal.ts';
import { flowStarted, runStarted, stepEnded } from '../../evidence/testing/run.ts';
import { smallPlan } from '../../load/testing/small-plan.ts';
import { startMannerServer } from '../../systems/fhir-r4/testing/manner-server.ts';
import { mannerOf } from '../../systems/fhir-r4/testing/manners.ts';
import { cleanRun } from './clean.ts';

const { flows } = smallPlan(1);
const [flow] = flows;

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
  for (const each of opened.splice(0)) await each.close();
});

interface Left {
  readonly manners: readonly string[];
  /** What the system has kept no mark on. */
  readonly unmarked?: true;
  /** The run died before it heard what was made. */
  readonly unheard?: true;
  /** The system was emptied since, and has given the number to somebody else's visit. */
  readonly emptied?: true;
  /** Somebody else has written about the person that the run made. */
  readonly others?: true;
}

/** A person that a run made, and one visit of theirs; then what `genrep clean --remove` makes of it. */
async function cleanedUp({ manners, unmarked, unheard, emptied, others }: Left) {
  const server = await startMannerServer(manners.map(mannerOf));
  opened.push(server);
  const person = server.store.create({ resourceType: 'Patient' });
  const subject = { reference: `Patient/${person.id}` };
  const tag = unmarked ? [] : [{ system: SYSTEMS.token, code: stepToken('test', 'f-1', 0) }];
  const visit = { resourceType: 'Encounter', status: 'arrived', class: {}, subject } as const;
  const made = server.store.create({ ...visit, meta: { tag } });
  const reference = `Encounter/${made.id}`;
  if (others) server.store.create(visit);
  const profile = path.join(await mkdtemp(path.join(tmpdir(), 'genrep-clean-')), 'prov.yaml');
  await writeFile(profile, `name: prov\nenvironment: test\nfhir: ${server.base}\nsignIn:\n  method: none\n`);
  const outcome = { status: 'done', reference, begunAt: 1, acknowledgedAt: 2 } as const;
  const now = testClock(emptied ? Date.now() - DAY : Date.now());
  const run = await journalOf(
    [
      runStarted({ flows, system: { name: 'prov', software: 'x', version: '1' } }),
      { ...flowStarted('f-1'), flow: flow?.id ?? '' },
      { type: 'introduced', instance: 'f-1', made: [subject.reference] },
      { ...stepEnded('f-1', 0), ...(unheard ? { verdict: 'unknown' } : { outcome }) },
      { type: 'run-ended', interrupted: false },
    ],
    { now },
  );
  let said = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  await cleanRun(run, { system: profile, remove: true });
  const left = server.store.all.map(({ resourceType }) => resourceType);
  return { said, left, exitCode: process.exitCode };
}

it('removes what the run made, and the person last', async () => {
  const { said, left, exitCode } = await cleanedUp({ manners: [] });
  expect(said).toContain('2 borttagna, 0 kvar.');
  expect(left).toEqual([]);
  expect(exitCode).toBe(EXIT.pass);
});

it('finds by its number what a system has kept no mark on', async () => {
  const { said, left, exitCode } = await cleanedUp({ manners: ['tags-dropped'], unmarked: true });
  expect(said).toContain('2 borttagna, 0 kvar.');
  expect(left).toEqual([]);
  expect(exitCode).toBe(EXIT.pass);
});

it('does not say that nothing is left where a system keeps no marks and the run has no number', async () => {
  const { said, left, exitCode } = await cleanedUp({
    manners: ['tags-dropped'],
    ...{ unmarked: true, unheard: true },
  });
  expect(said).toMatch(/hur många som är kvar går inte att säga/);
  expect(said).toMatch(/\? 1 steg har inget känt nummer/);
  expect(left).toContain('Encounter');
  expect(exitCode).not.toBe(EXIT.pass);
});

it('removes by number, and does not know whether there is more, where marks are not searched by', async () => {
  const { said, left, exitCode } = await cleanedUp({ manners: ['tag-not-searched'] });
  expect(said).toMatch(/2 borttagna, hur många som är kvar går inte att säga/);
  expect(left).toEqual([]);
  expect(exitCode).toBe(EXIT.inconclusive);
});

it('does not take a delete that only hides for one that removes', async () => {
  const { said, left, exitCode } = await cleanedUp({ manners: ['delete-hides'] });
  expect(said).toMatch(/0 borttagna, .*kvar/);
  expect(said).toMatch(/Systemet sade ja, men posten går fortfarande att läsa/);
  expect(left).toHaveLength(2);
  expect(exitCode).toBe(EXIT.fail);
});

it.each(['truncated', 'outcome-incomplete', 'partial-content'])(
  'does not say that nothing is left of a list that is not whole: %s',
  async (manner) => {
    const { said, exitCode } = await cleanedUp({ manners: [manner] });
    expect(said).toMatch(/går inte att säga/);
    expect(exitCode).not.toBe(EXIT.pass);
  },
);

it('leaves what has got the number since', async () => {
  const { said, left, exitCode } = await cleanedUp({ manners: [], unmarked: true, emptied: true });
  expect(said).toMatch(/det går inte att säga om det är vad körningen skrev/);
  expect(left).toEqual(['Patient', 'Encounter']);
  expect(exitCode).toBe(EXIT.inconclusive);
});

it('leaves a person whom others have written about', async () => {
  const { said, left, exitCode } = await cleanedUp({ manners: [], others: true });
  expect(said).toContain('1 borttagna, 1 kvar.');
  expect(said).toContain('✗ Systemet behöll 1 Patient: Encounter om personen finns kvar.');
  expect(left).toEqual(['Patient', 'Encounter']);
  expect(exitCode).toBe(EXIT.fail);
});
