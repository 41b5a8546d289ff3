import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningReference, startReference } from '../cli/reference-process.ts';
import { EXIT } from '../domain/verdict.ts';
import { verifyJournal } from '../evidence/verify.ts';
import { generatePopulation } from '../generators/generate-population.ts';
import { targetWith } from '../migration/testing/extracts.ts';
import type { Readiness } from '../reports/readiness.ts';
import { genrepHere } from './command-here.ts';

/** People are loaded into a real system, read back through its api, and held against where they came from. */

let folder: string;
let reference: RunningReference;
let env: Readonly<Record<string, string>>;
const at = (name: string): string => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'genrep-migration-end-'));
  const options = {
    seed: 5,
    people: 12,
    until: '2026-01-01',
    years: 2,
    workers: 1,
    compress: 'none',
  } as const;
  await generatePopulation({ ...options, format: 'ndjson', out: at('people') });
  reference = await startReference({});
  env = {
    GENREP_REFERENCE_FHIR: reference.fhir,
    GENREP_REFERENCE_UI: reference.ui,
    GENREP_REFERENCE_TOKEN_ENDPOINT: reference.tokenEndpoint,
    GENREP_REFERENCE_PASSWORD: reference.password,
  };
  expect(await genrepHere(['seed', at('people'), '--system', 'reference'], env)).toMatchObject({
    exitCode: EXIT.pass,
  });
}, 120_000);

afterAll(async () => {
  await reference.close();
  await rm(folder, { recursive: true, force: true });
});

async function compared(source: string, out: string, ...more: readonly string[]) {
  const { exitCode, stdout, stderr } = await genrepHere(
    ['migration', source, '--system', 'reference', '--out', at(out), '--json', ...more],
    env,
  );
  expect(stdout, stderr).not.toBe('');
  return { exitCode, readiness: JSON.parse(stdout) as Readiness };
}

it('finds nothing where all that was loaded is there, and leaves evidence, page and list', {
  timeout: 60_000,
}, async () => {
  const { exitCode, readiness } = await compared(at('people'), 'clean');
  expect(readiness.migration?.found).toEqual([]);
  expect(exitCode).toBe(EXIT.pass);
  expect(readiness.migration?.opened.target).toEqual({ name: 'reference', by: 'search' });
  expect(await verifyJournal(at('clean'))).toMatchObject({ intact: true, ending: 'complete' });
  expect(await readFile(at('clean/report/readiness.html'), 'utf8')).toContain('Migreringen mot källan');
  expect(await readFile(at('clean/stickprov.csv'), 'utf8')).toMatch(/^nr;uppgift;post;person;/);
  const evidence = await readFile(at('clean/evidence.ndjson'), 'utf8');
  const [person = ''] = (await readFile(at('people/shard-00000/Patient.ndjson'), 'utf8')).split('\n');
  expect(evidence).not.toContain(JSON.parse(person).identifier[0].value);
});

it('finds what is missing, person by person too', { timeout: 60_000 }, async () => {
  const more = {
    ...{ id: 'x', sv: 'x', in: 'Patient', every: 1 },
    do: {
      add: { resourceType: 'Flag', id: '{id}-v', status: 'active', subject: { reference: 'Patient/{id}' } },
    },
  };
  await targetWith([more], at('people'), at('fuller'));
  const { exitCode, readiness } = await compared(at('fuller'), 'missing', '--people', '5');
  expect(exitCode).toBe(EXIT.fail);
  expect(readiness.migration?.opened).toMatchObject({
    target: { by: 'person' },
    people: { source: 12, compared: 5 },
  });
  expect(readiness.migration?.found).toMatchObject([{ finding: 'warning-lost', count: 5, people: 5 }]);
});

it.each([
  ['nothing to compare with', [], 'Säg vad källan ska stämmas av mot'],
  ['a fault that there is not', ['--target', '.', '--fault', 'lost'], 'Det finns inget migreringsfel "lost"'],
  ['a folder that there is not', ['--target', 'ingen'], 'Mappen ingen finns inte'],
])('refuses %s, and leaves no run', async (_, args, sentence) => {
  const { exitCode, stderr } = await genrepHere(['migration', at('people'), ...args, '--out', at('refused')]);
  expect(exitCode).toBe(EXIT.badInput);
  expect(stderr).toContain(sentence);
  await expect(readFile(at('refused/evidence.ndjson'))).rejects.toThrow('ENOENT');
});
