import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MannerServer, startMannerServer } from '../systems/fhir-r4/testing/manner-server.ts';
import { type CommandResult, genrep } from './command.ts';

/** A server that warns of nothing: the third step cannot be looked at there, all others can. */
const FEATURE = `# language: sv
Egenskap: Mätvärden
  @klass-2
  Scenario: Patienten får mätvärden
    Givet en patient mellan 20 och 30 år
    När undersköterskan på avdelningen för in vitalparametrar som "värdena":
      | andningsfrekvens     | 22   |
      | syremättnad          | 93   |
      | syrgas               | nej  |
      | systoliskt blodtryck | 108  |
      | puls                 | 104  |
      | medvetande           | A    |
      | temperatur           | 38,6 |
    Så varnas sjuksköterskan på avdelningen för NEWS2 7 efter "värdena" inom 5 sekunder
    Och ser sjuksköterskan på avdelningen "värdena" och inga andra mätvärden hos patienten inom 5 sekunder
`;

describe('what cucumber says of a step that could not be looked at', () => {
  let server: MannerServer;
  let folder: string;
  let played: CommandResult;
  beforeAll(async () => {
    server = await startMannerServer([]);
    folder = await mkdtemp(path.join(tmpdir(), 'genrep-output-'));
    const [feature, profile] = [path.join(folder, 'plats.feature'), path.join(folder, 'litet.yaml')];
    await writeFile(feature, FEATURE);
    const lines = ['name: litet', 'environment: test', `fhir: ${server.base}`, 'signIn: { method: none }'];
    await writeFile(profile, lines.join('\n'));
    const run = path.join(folder, 'run');
    const cucumber = ['--', '--format', `message:${path.join(folder, 'messages.ndjson')}`];
    const options = ['--channel', 'api', '--system', profile, '--no-allure', '--out', run];
    played = await genrep(['features', feature, ...options, ...cucumber]);
  }, 60_000);
  afterAll(() => server.close());

  it('is that it is pending, and that those after it passed', async () => {
    const text = await readFile(path.join(folder, 'messages.ndjson'), 'utf8');
    const messages = text
      .trim()
      .split('\n')
      .map((line): Envelope => JSON.parse(line));
    const steps = messages.flatMap(({ testCase }) => testCase?.testSteps ?? []);
    const statusOf = new Map(
      messages.flatMap(({ testStepFinished }) =>
        testStepFinished === undefined
          ? []
          : [[testStepFinished.testStepId, testStepFinished.testStepResult] as const],
      ),
    );
    const results = steps.flatMap(({ id, pickleStepId }) =>
      pickleStepId === undefined ? [] : statusOf.get(id),
    );
    expect(results.map((result) => result?.status)).toEqual(['PASSED', 'PASSED', 'PENDING', 'PASSED']);
    expect(results[2]?.message).toContain('kan steget inte prövas här');
  });

  it('is told in Swedish, with the reason, and counted as not tried', () => {
    expect(played.stdout).toContain('– Patienten får mätvärden\n    – varnas sjuksköterskan');
    expect(played.stdout).toContain('Genom API: 1 scenario (1 ej prövat), 4 steg (3 godkända, 1 ej prövat)');
    expect(played.stdout).not.toMatch(/scenarios?\b.*passed|steps?\b.*passed/);
  });
});

describe('options that cucumber cannot read', () => {
  it.each([
    ['an option that there is not', ['--', '--formatt', 'x'], 'finns inte där'],
    ['tags that are none', ['--', '--tags', '@a and and'], 'inget tagguttryck'],
  ])('are bad input: %s', async (_what, words, sentence) => {
    const { exitCode, stderr } = await genrep(['features', '--channel', 'api', ...words]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain('    at ');
  });
});
