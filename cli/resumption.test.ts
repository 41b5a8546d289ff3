import { readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import type { EvidenceEvent, RunStarted } from '../domain/evidence.ts';
import { claimFolder } from '../evidence/claim-folder.ts';
import { HEAD_FILE, JOURNAL_FILE } from '../evidence/files.ts';
import { journalOf, newFolder } from '../evidence/testing/journal.ts';
import { flowStarted, runStarted, stepEnded, wholeRun } from '../evidence/testing/run.ts';
import { VERSION } from './project.ts';
import { readResumption, requireSameRun, resumedEvent } from './resumption.ts';

const STARTED = runStarted({ genrep: VERSION, planHash: 'aa' });
const CUT_OFF: EvidenceEvent[] = [
  STARTED,
  { ...flowStarted('f-1'), plannedAt: 1_000 },
  { type: 'flow-ended', instance: 'f-1', verdict: 'pass' },
  { ...flowStarted('f-2'), plannedAt: 3_000 },
  stepEnded('f-2', 0),
  { type: 'step-started', instance: 'f-2', step: 1, token: 'test.f-2.2', startedAt: 1 },
  { ...flowStarted('f-3'), plannedAt: 2_000 },
];

describe('a run that was cut off', () => {
  it('says what was interrupted, what had ended, and where the day goes on', async () => {
    const resumption = await readResumption(await journalOf(CUT_OFF));
    expect(resumption.dayTime).toBe(2_000);
    expect(resumedEvent(resumption)).toMatchObject({
      after: 'killed',
      finished: 1,
      interrupted: [
        { instance: 'f-2', step: 1, token: 'test.f-2.2' },
        { instance: 'f-3', step: 0 },
      ],
    });
  });

  it('says where a torn record was cut', async () => {
    const run = await journalOf(CUT_OFF.slice(0, 3));
    const sound = await readFile(path.join(run, JOURNAL_FILE));
    await writeFile(path.join(run, JOURNAL_FILE), Buffer.concat([sound, Buffer.from('{"seq":4,"at":17')]));
    expect(resumedEvent(await readResumption(run)).torn).toEqual({ offset: sound.length, bytes: 16 });
  });

  it.each<[string, Partial<RunStarted>, RegExp]>([
    ['seed', { seed: 8 }, /annat frö/],
    ['plan', { planHash: 'bb' }, /annan dagsplan/],
    ['day', { title: 'En helg' }, /annan dag/],
    ['stage', { stage: { ...STARTED.stage, hash: 'bb' } }, /annan etapp/],
    ['system', { system: { name: 'reference', software: 'Genrep', version: '2' } }, /annat system/],
    ['version of Genrep', { genrep: '0.0.1' }, /annan version/],
    ['command', { command: 'features' }, /annat kommando/],
    ['speed', { speed: 1 }, /annan hastighet/],
  ])('does not go on with another %s', async (_what, other, why) => {
    const resumption = await readResumption(await journalOf(CUT_OFF));
    expect(() => requireSameRun(resumption, STARTED)).not.toThrow();
    expect(() => requireSameRun(resumption, { ...STARTED, ...other })).toThrow(why);
  });

  it('does not go on when it had ended, was changed, was copied in part, or is no run', async () => {
    await expect(readResumption(await journalOf(wholeRun()))).rejects.toMatchObject({
      kind: 'not-resumable',
    });
    await expect(readResumption(await newFolder())).rejects.toMatchObject({ kind: 'not-evidence' });
    const changed = await journalOf(CUT_OFF);
    const bytes = await readFile(path.join(changed, JOURNAL_FILE), 'latin1');
    await writeFile(path.join(changed, JOURNAL_FILE), bytes.replace('"seed":7', '"seed":8'), 'latin1');
    await expect(readResumption(changed)).rejects.toMatchObject({ kind: 'damaged' });
    const half = await journalOf(CUT_OFF);
    await rm(path.join(half, HEAD_FILE));
    await expect(readResumption(half)).rejects.toThrow(/delvis kopierad/);
  });

  it('has one writer', async () => {
    const run = await journalOf(CUT_OFF);
    await writeFile(path.join(run, 'evidence.lock'), `${process.ppid} ${hostname()}\n`);
    await expect(readResumption(run)).rejects.toMatchObject({ kind: 'in-use' });
    await expect(claimFolder(run, { isNew: false })).rejects.toMatchObject({ kind: 'in-use' });
    // Nobody has this number: the largest that Linux gives is 4,194,304.
    await writeFile(path.join(run, 'evidence.lock'), `99999999 ${hostname()}\n`);
    const claim = await claimFolder(run, { isNew: false });
    await claim.close();
    await expect(claimFolder(run, { isNew: true })).rejects.toMatchObject({ kind: 'exists' });
    const unborn = path.join(await newFolder(), 'ny');
    await (await claimFolder(unborn, { isNew: true })).close();
    await expect(readFile(unborn)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
