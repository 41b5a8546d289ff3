import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DateTime } from 'luxon';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKeys } from '../evidence/signing.ts';
import { PLAN_TEXT } from '../weeks/testing/weeks.ts';
import { genrepHere } from './command-here.ts';

/** The first weeks by their commands: rules fixed beforehand, data that come in, a course decided, an attempt to move a rule. */

/** Weeks that began an hour ago, so that what is decided now is decided in them; the rules are fixed by a plan of later. */
const NOW = DateTime.now().setZone('Europe/Stockholm');
const told = (hours: number): string => NOW.plus({ hours }).toFormat('yyyy-LL-dd HH:mm');

let folder: string;
let key: string;
const at = (name: string): string => path.join(folder, name);
const plan = (name: string) => ['--plan', at(name)];
const decisions = () => ['--decisions', at('beslut')];
const said = () => ['--by', 'Chefläkaren', '--reason', 'Beslut', '--sign', key, ...decisions()];
const weeks = async (...args: readonly string[]) => {
  const result = await genrepHere(['weeks', at('in'), ...decisions(), ...args, '--json']);
  return { ...result, told: result.stdout === '' ? undefined : JSON.parse(result.stdout) };
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'genrep-weeks-'));
  key = at('nyckel.pem');
  await writeFile(key, newKeys().privateKey);
  await writeFile(at('plan.yaml'), PLAN_TEXT.replace('2027-01-12 05:00', told(24)));
  await mkdir(at('in'));
  await writeFile(
    path.join(at('in'), 'avvikelser.csv'),
    `id;reported;class;unit;text\nAVV-1;${told(25)};1;akuten;Svar hos fel patient\n`,
  );
});
afterAll(() => rm(folder, { recursive: true }));

describe('the first weeks', () => {
  it('are red before anybody has fixed the rules and when one is tripped, and the page says what to do', async () => {
    const { exitCode, told: result } = await weeks(...plan('plan.yaml'), '--at', told(30));
    expect(exitCode).toBe(1);
    expect(result.stopRules).toMatchObject({ isFixed: false, verdict: 'fail' });
    const page = await readFile(path.join(at('in'), 'weeks.html'), 'utf8');
    expect(page).toContain('En stoppregel har löst ut: stoppa.');
    expect(page).toContain('Ingen fastställde stoppreglerna med signatur före start');
    expect(page).not.toMatch(/(src|href)="http/);
  });

  it('are judged by the rules as they were fixed, though the plan was changed afterwards', async () => {
    const fixed = await genrepHere(['weeks', 'fix', at('plan.yaml'), ...said(), '--json']);
    expect(fixed.exitCode, fixed.stderr).toBe(0);
    expect(JSON.parse(fixed.stdout)).toMatchObject({ kind: 'stop-rules', gate: 'first-weeks' });
    const moved = (await readFile(at('plan.yaml'), 'utf8')).replace(
      'olderThanHours: 4',
      'olderThanHours: 400',
    );
    await writeFile(at('ändrad.yaml'), moved);
    const { exitCode, told: result } = await weeks(...plan('ändrad.yaml'), '--at', told(30));
    expect(exitCode).toBe(1);
    expect(result.stopRules).toMatchObject({
      isFixed: true,
      changes: [{ id: 'klass-1-oppen', what: 'changed' }],
    });
  });

  it('are not trusted when somebody changed the plan that lies beside the decision', async () => {
    const kept = at('beslut-orörda');
    await cp(at('beslut'), kept, { recursive: true });
    const [decision] = (await readFile(path.join(at('beslut'), 'decisions.ndjson'), 'utf8')).split('\n');
    const { file } = JSON.parse(decision ?? '').event.attachment;
    const copy = path.join(at('beslut'), file);
    await writeFile(copy, (await readFile(copy, 'utf8')).replace('olderThanHours: 4', 'olderThanHours: 400'));
    const { exitCode, stderr } = await weeks(...plan('plan.yaml'), '--at', told(30));
    expect(exitCode).toBe(2);
    expect(stderr).toContain('är utbytt');
    await rm(at('beslut'), { recursive: true });
    await cp(kept, at('beslut'), { recursive: true });
  });

  it('go on by a decision that is signed and holds what was known when it was taken', async () => {
    const decided = await genrepHere([
      'weeks',
      'decide',
      'hold',
      at('in'),
      ...plan('plan.yaml'),
      ...said(),
      '--json',
    ]);
    expect(decided.exitCode, decided.stderr).toBe(0);
    expect(JSON.parse(decided.stdout)).toMatchObject({ kind: 'course', course: 'hold', attachment: {} });
    const { told: result } = await weeks(...plan('plan.yaml'), '--at', told(30));
    expect(result.decisions.courses).toMatchObject([{ course: 'hold', by: 'Chefläkaren' }]);
    // It was decided before the rule was tripped, and so answers nothing.
    expect(result.stopRules.rules[0].answered).toBeUndefined();
  });
});

describe('refused with one sentence', () => {
  it.each([
    [
      'a course that nobody signs',
      () => ['weeks', 'fix', at('plan.yaml'), '--by', 'x', '--reason', 'y', ...decisions()],
      '--sign',
    ],
    [
      'a time that is none',
      () => ['weeks', at('in'), ...plan('plan.yaml'), '--at', 'igår'],
      '"igår" är ingen tidpunkt',
    ],
    ['a folder that is not there', () => ['weeks', at('ingen'), ...plan('plan.yaml')], 'finns inte'],
    ['a lab that is none', () => ['weeks', 'support', at('plan.yaml'), '--lab', at('ingen')], 'ingen'],
  ])('%s', async (_what, args, sentence) => {
    const { exitCode, stderr } = await genrepHere(args());
    expect(exitCode).toBe(2);
    expect(stderr).toContain(sentence);
  });
});
