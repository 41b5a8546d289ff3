import { chmod, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { EvidenceEvent } from '../../domain/evidence.ts';
import type { SystemProfile } from '../../systems/profile.ts';
import { smallPlan } from '../testing/small-plan.ts';
import { runLoad } from './run-load.ts';

const newFolder = () => mkdtemp(path.join(tmpdir(), 'genrep-load-'));

const BEGAN = 1_800_000_000_000;
const NEWS = [
  { genrep: 'ready', segment: 0, beganAt: BEGAN },
  {
    genrep: 'news',
    segment: 0,
    rows: [
      ['began', 0, BEGAN, 0],
      ['step', 0, 0, BEGAN, BEGAN, BEGAN + 10, 0, 'pass'],
      ['ended', 0, 'pass', BEGAN + 12],
      ['began', 1, BEGAN, 0],
    ],
    slices: [],
  },
];
const DONE = { genrep: 'done', segment: 0, unended: 0 };

/** A program that tells this on its console and ends like that, as k6 would. */
async function pretendK6(lines: readonly object[], ending: string): Promise<string> {
  const program = path.join(await newFolder(), 'k6');
  const says = lines.map((line) => `console.error(${JSON.stringify(JSON.stringify(line))});`).join('\n');
  await writeFile(program, `#!${process.execPath}\n${says}\n${ending}\n`);
  await chmod(program, 0o755);
  return program;
}

const LOOPBACK: SystemProfile = {
  name: 'prov',
  environment: 'test',
  fhir: 'http://127.0.0.1:1/fhir',
  signIn: { method: 'none' },
};

async function loaded(k6: string, { profile = LOOPBACK, signal = new AbortController().signal } = {}) {
  const events: EvidenceEvent[] = [];
  const folder = await newFolder();
  const ending = await runLoad({
    k6,
    run: 'prov',
    load: 'load-1',
    folder,
    plan: smallPlan(2),
    areas: [],
    profile,
    environment: {},
    sink: (event) => events.push(event),
    signal,
  });
  return { ending, events, folder };
}

describe.skipIf(process.platform === 'win32')('a load', () => {
  it('is complete when every generator came to its end', async () => {
    const { ending, events } = await loaded(await pretendK6([...NEWS, DONE], ''));
    expect(ending).toBe('complete');
    expect(events.at(-1)).toMatchObject({ type: 'load-ended', ending: 'complete', completed: 1 });
  });

  it.each([
    ['is killed', "process.kill(process.pid, 'SIGKILL');", 'SIGKILL'],
    [
      'ends with an error',
      "console.error('ReferenceError: oj'); process.exit(107);",
      'slutkod 107): ReferenceError: oj',
    ],
    ['ends as if nothing were wrong, but never came to its end', '', 'slutkod 0'],
  ])('that crashes in mid-run keeps what was measured: k6 %s', async (_, ending, words) => {
    const { ending: ended, events } = await loaded(await pretendK6(NEWS, ending));
    expect(ended).toBe('crashed');
    expect(events.at(-1)).toMatchObject({
      ending: 'crashed',
      completed: 0,
      reason: expect.stringContaining(words),
    });
    expect(events.filter(({ type }) => type === 'step-ended')).toHaveLength(1);
  });

  it('is written for k6 with secrets by reference', async () => {
    const { folder } = await loaded(await pretendK6([...NEWS, DONE], ''));
    expect(JSON.parse(await readFile(path.join(folder, 'header.json'), 'utf8'))).toMatchObject({
      segments: 1,
    });
    expect((await readFile(path.join(folder, 'plan-0.ndjson'), 'utf8')).trim().split('\n')).toHaveLength(2);
    expect((await readFile(path.join(folder, 'script.js'), 'utf8')).length).toBeLessThan(200_000);
  });

  it('is refused before anything is started where the system may not be loaded', async () => {
    const profile = { ...LOOPBACK, fhir: 'https://produktion.example/fhir' };
    await expect(loaded('/no/such/k6', { profile })).rejects.toThrow(/tillåter ingen belastning/);
  });
});
