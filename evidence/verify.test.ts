import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { EVIDENCE_VERSION, type EvidenceEvent } from '../domain/evidence.ts';
import { sha256OfFile } from './attachments.ts';
import { EventCheck } from './check-events.ts';
import type { OutsideKnowledge } from './check-head.ts';
import { EvidenceError } from './errors.ts';
import { HEAD_FILE, JOURNAL_FILE } from './files.ts';
import { readHead, type SignedHead } from './head.ts';
import { openJournal } from './journal.ts';
import { GENESIS, openRecord, sealRecord } from './record.ts';
import { newKeys, signerOf } from './signing.ts';
import { journalOf, newFolder, recordsIn, testClock } from './testing/journal.ts';
import { flowStarted, runStarted, stepEnded, wholeRun } from './testing/run.ts';
import { verifyBytes, verifyJournal } from './verify.ts';

let sound: Buffer;
let lines: string[];
let folder: string;
/** The head beside the sound journal, and one from when it had a single record. */
let anchor: SignedHead;
let early: SignedHead;

beforeAll(async () => {
  const whole = await journalOf(wholeRun());
  sound = await readFile(join(whole, JOURNAL_FILE));
  anchor = (await readHead(whole)) as SignedHead;
  lines = sound.toString('utf8').trimEnd().split('\n');
  const first = openRecord(Buffer.from(lines[0] ?? ''));
  early = { ...anchor, records: 1, hash: first.state === 'damaged' ? '' : first.hash };
  folder = await newFolder();
});

/** Verifies bytes as they would lie in a file, in pieces of an awkward size. */
async function verified(content: Buffer | string, head?: string, beside = anchor) {
  const bytes = Buffer.from(content);
  const pieces = Array.from({ length: Math.ceil(bytes.length / 997) }, (_, n) =>
    bytes.subarray(n * 997, (n + 1) * 997),
  );
  return verifyBytes(() => pieces, new EventCheck(JOURNAL_FILE), beside, head === undefined ? {} : { head });
}
const inFolder = (content: Buffer | string) => writeFile(join(folder, JOURNAL_FILE), content);
const joined = (changed: readonly string[]): string => changed.map((line) => `${line}\n`).join('');
const kinds = ({ findings }: { findings: readonly { kind: string; line: number }[] }) =>
  findings.map(({ kind, line }) => `${kind}@${line}`);
const lineAt = (position: number) => sound.subarray(0, position).toString('latin1').split('\n').length;

describe('a sound journal', () => {
  it('has no findings', async () => {
    const { head, ...rest } = await verified(sound);
    expect(rest).toEqual({ intact: true, findings: [], records: 9, anchored: 9, ending: 'complete' });
    expect(head).toBe(lines.at(-1)?.slice(-66, -2));
  });

  it('tells an interrupted run and a killed run from a complete one', async () => {
    const interrupted = await journalOf([runStarted(), { type: 'run-ended', interrupted: true }]);
    expect(await verifyJournal(interrupted)).toMatchObject({ intact: true, ending: 'interrupted' });
    expect(await verified(joined(lines.slice(0, 5)), undefined, early)).toMatchObject({
      intact: true,
      ending: 'killed',
    });
  });
});

describe('a torn last record', () => {
  it('is a crash, not tampering, wherever it was torn', async () => {
    const last = sound.length - (lines.at(-1)?.length ?? 0) - 1;
    for (let end = last + 1; end < sound.length; end += 7) {
      const result = await verified(sound.subarray(0, end), undefined, early);
      const torn = { line: 9, offset: last, bytes: end - last };
      expect(result, `torn at byte ${end}`).toMatchObject({ intact: true, torn, ending: 'killed' });
    }
    await inFolder(sound.subarray(0, -5));
    expect(await recordsIn(folder)).toHaveLength(8);
  });

  it('is tampering when it is whole and wrong, or not the next record', async () => {
    const flipped = Buffer.from(sound.subarray(0, -1));
    flipped[flipped.length - 120] = (flipped[flipped.length - 120] ?? 0) ^ 1;
    expect(kinds(await verified(flipped, undefined, early))).toEqual(['damaged@9']);
    const foreign = `${joined(lines.slice(0, 4))}${lines[6]?.slice(0, 40)}`;
    expect(kinds(await verified(foreign, undefined, early))).toEqual(['damaged@5']);
    expect(kinds(await verified(`${sound}x`))).toEqual(['damaged@10']);
  });
});

describe('tampering', () => {
  it('is found and placed for a flipped bit in every byte', async () => {
    for (let position = 0; position < sound.length; position += 1) {
      const flipped = Buffer.from(sound);
      flipped[position] = (flipped[position] ?? 0) ^ (1 << (position % 8));
      const { intact, findings } = await verified(flipped);
      expect(intact, `byte ${position}`).toBe(false);
      expect(findings[0]?.line, `byte ${position}`).toBe(lineAt(position));
    }
  });

  it('is found for every record cut out, with its number', async () => {
    for (let gone = 0; gone < lines.length - 1; gone += 1) {
      const result = await verified(joined(lines.toSpliced(gone, 1)));
      expect(kinds(result)).toEqual([`missing@${gone + 1}`]);
      expect(result.findings[0]?.sv).toBe(`post ${gone + 1} saknas`);
    }
    expect((await verified(joined(lines.toSpliced(2, 4)))).findings[0]?.sv).toBe('post 3–6 saknas');
  });

  it('is found for the end cut off, by the head that was kept', async () => {
    const { head } = await verified(sound);
    const cut = joined(lines.slice(0, -2));
    expect(kinds(await verified(cut))).toEqual(['cut-off@7']);
    expect(kinds(await verified(cut, head, early))).toEqual(['other-head@7']);
    expect(kinds(await verified('', head, early))).toContain('other-head@1');
    expect(kinds(await verified('', undefined, early))).toContain('missing@1');
  });

  it('is found for every two records swapped', async () => {
    for (let one = 0; one < lines.length; one += 1) {
      for (let other = one + 1; other < lines.length; other += 1) {
        const swapped = lines.with(one, lines[other] ?? '').with(other, lines[one] ?? '');
        const found = kinds(await verified(joined(swapped)));
        expect(found.length, `${one} ↔ ${other}`).toBeGreaterThan(0);
        expect(found.every((finding) => finding.startsWith('out-of-place'))).toBe(true);
      }
    }
  });

  it('is found for every record repeated anywhere', async () => {
    for (let one = 0; one < lines.length; one += 1) {
      for (let place = 0; place <= lines.length; place += 1) {
        const { findings } = await verified(joined(lines.toSpliced(place, 0, lines[one] ?? '')));
        expect(findings.map(({ kind }) => kind)).toEqual(['out-of-place']);
      }
    }
  });

  it('is found for a record put in with a good checksum and hash', async () => {
    const before = openRecord(Buffer.from(lines[3] ?? ''));
    const prev = before.state === 'sound' ? before.hash : GENESIS;
    const forged = sealRecord({ seq: 5, at: 1, prev }, JSON.stringify(stepEnded('f-0001', 0)));
    expect(kinds(await verified(joined(lines.toSpliced(4, 0, forged.line.trimEnd()))))).toContain(
      'out-of-place@5',
    );
  });

  it('is found for a record written anew with a good checksum, and with a good hash', async () => {
    const changed = (lines[5] ?? '').replace('"verdict":"fail"', '"verdict":"pass"');
    const body = changed.slice(0, changed.indexOf(',"crc"'));
    const event = body.slice(body.indexOf('"event":') + '"event":'.length);
    const head = openRecord(Buffer.from(lines[5] ?? ''));
    if (head.state === 'damaged') expect.unreachable();
    const resealed = sealRecord(head, event).line.trimEnd();
    expect(kinds(await verified(joined(lines.with(5, resealed))))).toEqual(['broken-chain@7']);
    const oldHash = resealed.replace(/"hash":"[0-9a-f]+"/, `"hash":"${head.hash}"`);
    expect(kinds(await verified(joined(lines.with(5, oldHash))))).toEqual(['altered@6']);
  });

  it('stops a reader too', async () => {
    await inFolder(joined(lines.toSpliced(3, 1)));
    await expect(recordsIn(folder)).rejects.toMatchObject({ kind: 'damaged' });
  });
});

describe('events that no run can have', () => {
  it.each([
    ['a field that is not in the schema', { ...flowStarted('f-0001'), name: 'Anna' }],
    ['an unknown verdict', { ...stepEnded('f-0001', 0), verdict: 'green' }],
    ['an attachment by an absolute path', { ...attachment('/etc/passwd') }],
    ['a step of a flow that never began', stepEnded('f-0099', 0)],
    ['a second beginning', runStarted()],
  ])('are found: %s', async (_name, event) => {
    const result = await verified(...chained([runStarted(), event]));
    expect(kinds(result)).toEqual(['invalid@2']);
  });

  it('are not seen in a patient who is made known before the flow begins, as by a check before a lab', async () => {
    const known: EvidenceEvent = { type: 'introduced', instance: 'f-0099', made: ['Patient/1'] };
    expect(kinds(await verified(...chained([runStarted(), known])))).toEqual([]);
  });

  it('refuses evidence of a newer version', async () => {
    const [newer, ...head] = chained([
      { ...runStarted(), evidenceVersion: EVIDENCE_VERSION + 1, surprise: true },
    ]);
    await expect(verified(newer, ...head)).rejects.toMatchObject({ kind: 'newer-version' });
    await inFolder(newer);
    await expect(recordsIn(folder)).rejects.toThrow(`version ${EVIDENCE_VERSION + 1}, men`);
  });

  it('says when there is no journal', async () => {
    await expect(verifyJournal(await newFolder())).rejects.toBeInstanceOf(EvidenceError);
  });
});

function attachment(file: string) {
  return { type: 'attachment', instance: 'f-0001', title: 'Bild', mediaType: 'image/png', file };
}

/** A journal of any events, and its head. */
function chained(events: readonly unknown[]): [journal: string, head: undefined, beside: SignedHead] {
  let [text, prev] = ['', GENESIS];
  for (const [index, event] of events.entries()) {
    const { line, hash } = sealRecord({ seq: index + 1, at: index, prev }, JSON.stringify(event));
    text += line;
    prev = hash;
  }
  return [text, undefined, { headVersion: 1, of: 'test', records: events.length, hash: prev }];
}

describe('the head beside the journal', () => {
  const signer = signerOf(newKeys().privateKey);
  let signed: string;
  let head: Buffer;
  beforeAll(async () => {
    signed = await journalOf(wholeRun(), { signer });
    head = await readFile(join(signed, HEAD_FILE));
  });
  const withHead = async (bytes: Buffer | string, known: OutsideKnowledge = {}) => {
    await writeFile(join(signed, HEAD_FILE), bytes);
    return verifyJournal(signed, known);
  };

  it('vouches for the whole journal, and says who signed', async () => {
    const { publicKey } = signer('');
    expect(await withHead(head, { publicKey })).toMatchObject({
      intact: true,
      anchored: 9,
      signedBy: publicKey,
    });
  });

  it('is found changed for a flipped bit in every byte', async () => {
    for (let position = 0; position < head.length; position += 1) {
      const flipped = Buffer.from(head);
      flipped[position] = (flipped[position] ?? 0) ^ (1 << (position % 8));
      const result = await withHead(flipped).catch(({ kind }: EvidenceError) => ({
        intact: kind,
        findings: [],
      }));
      expect(result.intact, `byte ${position}`).not.toBe(true);
      for (const { file } of result.findings) expect([HEAD_FILE, JOURNAL_FILE]).toContain(file);
    }
  });

  it('is found missing, of another run, and not signed by the one who is trusted', async () => {
    const other = await journalOf([runStarted({ run: 'annan' })], { signer });
    expect((await withHead(await readFile(join(other, HEAD_FILE)))).findings[0]?.kind).toBe('other-record');
    const stranger = signerOf(newKeys().privateKey)('');
    const trusted = { publicKey: stranger.publicKey };
    expect(kinds(await withHead(head, trusted))).toEqual(['other-signer@1']);
    const { signature: _, ...unsigned } = JSON.parse(head.toString('utf8')) as SignedHead;
    const without = `${JSON.stringify(unsigned, undefined, 2)}\n`;
    expect(await withHead(without)).toMatchObject({ intact: true, anchored: 9 });
    expect(kinds(await withHead(without, trusted))).toEqual(['other-signer@1']);
    await rm(join(signed, HEAD_FILE));
    expect(kinds(await verifyJournal(signed))).toEqual(['no-head@1']);
    expect((await verifyJournal(signed)).findings[0]?.file).toBe(HEAD_FILE);
  });

  it('does not vouch for a tail that was added after it', async () => {
    const killed = lines.slice(0, 7);
    const before = openRecord(Buffer.from(killed[6] ?? ''));
    if (before.state === 'damaged') expect.unreachable();
    const tail = [stepEnded('f-0001', 2), { type: 'flow-ended', instance: 'f-0001', verdict: 'pass' }];
    let [text, prev] = [joined(killed), before.hash];
    for (const [index, event] of tail.entries()) {
      const record = sealRecord({ seq: 8 + index, at: 1, prev }, JSON.stringify(event));
      text += record.line;
      prev = record.hash;
    }
    const beside = { ...anchor, records: 7, hash: before.hash };
    expect(await verified(text, undefined, beside)).toMatchObject({ records: 9, anchored: 7 });
  });
});

it('finds an attachment that was exchanged or is gone', async () => {
  const run = await newFolder();
  const journal = await openJournal(run, { now: testClock(), room: 0 });
  await writeFile(join(run, 'bild.txt'), 'så såg det ut');
  const sha256 = sha256OfFile(join(run, 'bild.txt'));
  journal.append(runStarted());
  journal.append(flowStarted('f-0001'));
  journal.append({ ...attachment('bild.txt'), sha256 } as EvidenceEvent);
  await journal.close();
  expect((await verifyJournal(run)).intact).toBe(true);
  await writeFile(join(run, 'bild.txt'), 'så såg det inte ut');
  const [changed] = (await verifyJournal(run)).findings;
  expect(changed).toMatchObject({ kind: 'other-attachment', file: 'bild.txt' });
  await rm(join(run, 'bild.txt'));
  expect(kinds(await verifyJournal(run))).toEqual(['other-attachment@1']);
});

it('finds a picture of a lab that was exchanged or is gone', async () => {
  const picture: EvidenceEvent = {
    ...{ type: 'lab-picture', at: 2, dayTime: 0, seat: 'plats-1', card: 'f-1.1', of: 'help', happenedAt: 1 },
    ...{ file: 'bild.closed', sha256: createHash('sha256').update('en bild').digest('hex') },
  };
  const run = await journalOf([runStarted({ flows: [] }), picture]);
  expect(kinds(await verifyJournal(run))).toEqual(['other-attachment@1']);
  await writeFile(join(run, 'bild.closed'), 'en bild');
  expect(await verifyJournal(run)).toMatchObject({ intact: true });
  await writeFile(join(run, 'bild.closed'), 'en annan');
  expect(kinds(await verifyJournal(run))).toEqual(['other-attachment@1']);
});

it('reads a journal of version 7, which knew of no migrations, matrices of access or pictures in labs', async () => {
  const old = join(import.meta.dirname, 'testing', 'version-7');
  expect(await verifyJournal(old)).toMatchObject({ intact: true, ending: 'complete' });
  const events = (await recordsIn(old)).map(({ event }) => event);
  expect(events[0]).toMatchObject({ type: 'run-started', evidenceVersion: EVIDENCE_VERSION });
  expect(events.filter(({ type }) => /^(migration|access)-|^lab-picture$/.test(type))).toEqual([]);
});

it('reads a journal of version 8, which knew of no drills', async () => {
  const old = join(import.meta.dirname, 'testing', 'version-8');
  expect(await verifyJournal(old)).toMatchObject({ intact: true, ending: 'complete' });
  const events = (await recordsIn(old)).map(({ event }) => event);
  expect(events[0]).toMatchObject({ type: 'run-started', evidenceVersion: EVIDENCE_VERSION });
  expect(events.filter(({ type }) => type.startsWith('drill-'))).toEqual([]);
});

it('reads a journal of version 1, and vouches for nothing of it', async () => {
  const old = join(import.meta.dirname, 'testing', 'version-1');
  expect(await verifyJournal(old)).toMatchObject({ intact: true, ending: 'complete', anchored: 0 });
  const records = await recordsIn(old);
  const [run, , flow, task] = records;
  expect(run?.event).toMatchObject({ type: 'run-started', evidenceVersion: EVIDENCE_VERSION });
  expect(flow?.event).toMatchObject({ type: 'flow-started', startedAt: flow?.at });
  expect(task?.event).toMatchObject({ type: 'step-started', startedAt: task?.at });
});

it('reads a journal of version 4, which knew of no labs', async () => {
  const old = join(import.meta.dirname, 'testing', 'version-4');
  expect(await verifyJournal(old)).toMatchObject({ intact: true, ending: 'complete' });
  const [run] = await recordsIn(old);
  expect(run?.event).toMatchObject({ type: 'run-started', evidenceVersion: EVIDENCE_VERSION });
});

it('reads a journal of version 6, which knew of no decks', async () => {
  const old = join(import.meta.dirname, 'testing', 'version-6');
  expect(await verifyJournal(old)).toMatchObject({ intact: true, ending: 'complete' });
  const events = (await recordsIn(old)).map(({ event }) => event);
  expect(events[0]).toMatchObject({ type: 'run-started', evidenceVersion: EVIDENCE_VERSION });
  expect(events.filter(({ type }) => type.startsWith('deck-'))).toEqual([]);
});

it('reads a journal of version 5, whose people were asked nothing when the day was over', async () => {
  const old = join(import.meta.dirname, 'testing', 'version-5');
  expect(await verifyJournal(old)).toMatchObject({ intact: true, ending: 'complete' });
  const events = (await recordsIn(old)).map(({ event }) => event);
  expect(events[0]).toMatchObject({ type: 'run-started', evidenceVersion: EVIDENCE_VERSION });
  expect(events.find(({ type }) => type === 'lab-answered')).toMatchObject({ instrument: 'seq', items: [6] });
});

it('reads a journal of version 2, its flows by their titles where it tells which is which', async () => {
  const old = join(import.meta.dirname, 'testing', 'version-2');
  expect(await verifyJournal(old)).toMatchObject({ intact: true, ending: 'complete' });
  const events = (await recordsIn(old)).map(({ event }) => event);
  const [run] = events;
  const ids = ['sju-poang-racker-for-larm', '3', '4'].map((name) => `akutsjukvard/sepsislarm#${name}`);
  expect(run?.type === 'run-started' && run.flows.map(({ id }) => id)).toEqual(ids);
  expect(events.flatMap((event) => (event.type === 'flow-started' ? [event.flow] : []))).toEqual(ids);
});

it('reads a journal of version 3, in which nobody watched', async () => {
  const old = join(import.meta.dirname, 'testing', 'version-3');
  expect(await verifyJournal(old)).toMatchObject({ intact: true, ending: 'complete' });
  const events = (await recordsIn(old)).map(({ event }) => event);
  expect(events[0]).toMatchObject({ type: 'run-started', evidenceVersion: EVIDENCE_VERSION });
  expect(events.filter(({ type }) => type === 'monitored')).toEqual([]);
});
