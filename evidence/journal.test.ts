import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { EvidenceError } from './errors.ts';
import { JOURNAL_FILE } from './files.ts';
import { type JournalHead, writeHead } from './head.ts';
import { type JournalTarget, journalOn, openJournal } from './journal.ts';
import { GENESIS } from './record.ts';
import { requireSpace } from './space.ts';
import { journalOf, newFolder, recordsIn, testClock } from './testing/journal.ts';
import { flowStarted, runStarted, wholeRun } from './testing/run.ts';
import { verifyJournal } from './verify.ts';

const bytesOf = (folder: string) => readFile(join(folder, JOURNAL_FILE));

/** A target that keeps what it is told, and what of it was synced. */
function memory(): JournalTarget & {
  readonly text: string;
  readonly synced: string;
  readonly syncs: number;
} {
  let [text, synced, syncs] = ['', '', 0];
  return {
    get text() {
      return text;
    },
    get synced() {
      return synced;
    },
    get syncs() {
      return syncs;
    },
    appendFile: async (data) => {
      text += data;
    },
    datasync: async () => {
      const upTo = text;
      await Promise.resolve();
      synced = upTo;
      syncs += 1;
    },
    close: async () => {},
  };
}

describe('the journal', () => {
  it('gives back what was appended, in order', async () => {
    const records = await recordsIn(await journalOf(wholeRun()));
    expect(records.map(({ event }) => event)).toEqual(wholeRun());
    expect(records.map(({ seq }) => seq)).toEqual(wholeRun().map((_, index) => index + 1));
  });

  it('writes the same bytes for the same events and clock', async () => {
    const [one, other] = await Promise.all([journalOf(wholeRun()), journalOf(wholeRun())]);
    expect(await bytesOf(one)).toEqual(await bytesOf(other));
  });

  it('has synced everything appended before a flush, also what came while another flush was under way', async () => {
    const target = memory();
    const journal = journalOn(target, { now: testClock() });
    journal.append(runStarted());
    const first = journal.flush();
    await Promise.resolve();
    journal.append(flowStarted('f-0001'));
    const second = journal.flush();
    await second;
    expect(target.synced).toContain('f-0001');
    await first;
    await journal.close();
  });

  it('shares one sync among flushes asked for at the same time', async () => {
    const target = memory();
    const journal = journalOn(target, { now: testClock() });
    await Promise.all(
      Array.from({ length: 100 }, (_, index) => {
        journal.append(flowStarted(`f-${index}`));
        return journal.flush();
      }),
    );
    expect(target.text.split('\n')).toHaveLength(101);
    expect(target.syncs).toBeLessThanOrEqual(2);
    await journal.close();
  });

  it('writes without being asked', async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const target = { ...memory(), appendFile: async (data: string) => resolve(data) };
    journalOn(target, { now: testClock() }).append(runStarted());
    expect(await promise).toContain('run-started');
  });

  it('has a head before its first record, so that a run can die at any moment', async () => {
    const order: string[] = [];
    const target = { ...memory(), appendFile: async () => void order.push('record') };
    const anchor = async ({ of, records }: JournalHead) => void order.push(`head of ${records} of ${of}`);
    const journal = journalOn(target, { now: testClock() }, { of: '', records: 0, hash: GENESIS, anchor });
    journal.append(runStarted({ run: 'r' }));
    await journal.close();
    expect(order).toEqual(['head of 0 of r', 'record', 'head of 1 of r']);
  });

  it('is whole when only the head that came before it was written', async () => {
    const folder = await journalOf([runStarted({ run: 'r' }), flowStarted('f-0001')]);
    await writeHead(folder, { of: 'r', records: 0, hash: GENESIS });
    expect(await verifyJournal(folder)).toMatchObject({ intact: true, ending: 'killed', anchored: 0 });
    await writeHead(folder, { of: 'annan', records: 0, hash: GENESIS });
    expect((await verifyJournal(folder)).findings[0]?.kind).toBe('damaged-head');
  });

  it('is never written over', async () => {
    const folder = await journalOf(wholeRun());
    await expect(openJournal(folder, { now: testClock(), room: 0 })).rejects.toMatchObject({
      kind: 'exists',
    });
    expect((await verifyJournal(folder)).intact).toBe(true);
  });

  it('takes nothing more when it is closed', async () => {
    const journal = await openJournal(await newFolder(), { now: testClock(), room: 0 });
    await journal.close();
    expect(() => journal.append(runStarted())).toThrow('closed');
  });
});

describe('a full disk', () => {
  it('is told before the run', async () => {
    const mebibyte = 1024 * 1024;
    await expect(requireSpace('runs/x', 200 * mebibyte, async () => 12 * mebibyte)).rejects.toThrow(
      /12 MiB ledigt .* 200 MiB behövs.*--out/,
    );
    await expect(openJournal(await newFolder(), { now: testClock(), room: 1e18 })).rejects.toMatchObject({
      kind: 'no-space',
    });
  });

  it.runIf(process.platform === 'linux')('is one clear error during the run', async () => {
    const journal = journalOn(await open('/dev/full', 'w'), { now: testClock() });
    journal.append(runStarted());
    const first: EvidenceError = await journal.flush().then(
      () => expect.unreachable(),
      (error: EvidenceError) => error,
    );
    expect(first).toMatchObject({ kind: 'disk-full', message: expect.stringContaining('Disken är full') });
    expect(() => journal.append(flowStarted('f-0001'))).toThrow(first);
    await expect(journal.close()).rejects.toBe(first);
  });
});
