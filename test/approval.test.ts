import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { genrepHere } from './command-here.ts';

/** What people stand for and what is counted of them: written once, believed only as it is, and refused in one sentence. */

let folder: string;
const at = (name: string): string => path.join(folder, name);
const FLOW = 'akutsjukvard/sepsislarm#sju-poang-racker-for-larm';
const WORDS = ['--by', 'Doktorn', '--reason', 'Läst den 12 november'];
const approve = (what: readonly string[], more: readonly string[]) =>
  genrepHere(['approve', '1-sodra', ...what, '--decisions', at('beslut'), ...more]);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'genrep-approval-'));
  await genrepHere(['key', '--out', at('nyckel.pem')]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('an approval', () => {
  it.each([
    ['of nobody', [FLOW], ['--role', 'chefslakare'], /Säg vem som godkänner/],
    [
      'of one that may and one that may not be',
      ['KRAV-ADT-01', FLOW],
      ['--role', 'verksamhetschef', ...WORDS],
      /klass 1/,
    ],
  ])('%s is refused, and nothing is written', async (_, what, more, sentence) => {
    const { exitCode, stderr } = await approve(what, more);
    expect(exitCode).toBe(2);
    expect(stderr.trim()).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(existsSync(at('beslut/decisions.ndjson'))).toBe(false);
  });

  it('counts when it is signed, and not any longer when it is taken back', async () => {
    const standing = (stdout: string) =>
      JSON.parse(stdout).approved.find(({ subject }: { subject: { id: string } }) => subject.id === FLOW)
        .standing;
    const signed = ['--role', 'chefslakare', ...WORDS, '--sign', at('nyckel.pem'), '--json'];
    expect(standing((await approve([FLOW], ['--role', 'chefslakare', ...WORDS, '--json'])).stdout)).toBe(
      'unsigned',
    );
    expect(standing((await approve([FLOW], signed)).stdout)).toBe('approved');
    expect(standing((await approve([FLOW], [...signed, '--reject'])).stdout)).toBe('rejected');
    expect(standing((await approve([], ['--json'])).stdout)).toBe('rejected');
  });
});

it('a gate that is counted is not decided by a statement', async () => {
  const { exitCode, stderr } = await genrepHere([
    ...['attest', '1-sodra', 'utbildning', '--verdict', 'pass', '--by', 'Kursledaren', '--reason', '89 %'],
    ...['--decisions', at('intyg')],
  ]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('Grinden utbildning räknas ur underlag');
  expect(existsSync(at('intyg'))).toBe(false);
});

it('records of people who can be told are refused with their line, and nothing is written', async () => {
  const file = at('kurser.csv');
  await writeFile(
    file,
    'pseudonym;enhet;roll;kurs;godkänd;datum\n191212121212;sas-lab;nurse;GRUND;ja;2020-01-01\n',
  );
  const { exitCode, stderr } = await genrepHere(['training', '1-sodra', file, '--out', at('utbildning')]);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/kurser\.csv:2: Pseudonymen ser ut som ett personnummer/);
  expect(existsSync(at('utbildning'))).toBe(false);
});

it('a roster without records tells nothing of training, and is refused', async () => {
  const { exitCode, stderr } = await genrepHere(['roadmap', '--roster', 'schema.csv', '--out', at('plan')]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('Ange kursregistret med --training');
});

it('a roadmap of a day that is none is refused', async () => {
  const { exitCode, stderr } = await genrepHere(['roadmap', '--today', '2027-02-30', '--out', at('plan')]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('--today är "2027-02-30"');
});
