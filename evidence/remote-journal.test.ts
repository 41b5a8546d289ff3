import { expect, it } from 'vitest';
import type { EvidenceEvent } from '../domain/evidence.ts';
import { receiveEvidence, remoteJournal } from './remote-journal.ts';
import { flowStarted } from './testing/run.ts';

it('has on the disk what a worker said before it goes on, and everything in the end', async () => {
  const appended: EvidenceEvent[] = [];
  let synced = 0;
  const journal = {
    append: (event: EvidenceEvent) => void appended.push(event),
    flush: async () => {
      synced = appended.length;
    },
  };
  const receiver = receiveEvidence('fjärr-1', journal);
  const [one, other] = [remoteJournal('fjärr-1'), remoteJournal('fjärr-1')];
  one.sink(flowStarted('f-1'));
  await one.flush();
  expect(synced).toBe(1);
  other.sink(flowStarted('f-2'));
  one.sink(flowStarted('f-3'));
  await receiver.drained();
  expect(synced).toBe(3);
  one.close();
  other.close();
});

it('tells a worker, and the run, when the journal cannot be written', async () => {
  const full = () => {
    throw new Error('Disken är full');
  };
  const receiver = receiveEvidence('fjärr-2', { append: full, flush: async () => full() });
  const worker = remoteJournal('fjärr-2');
  worker.sink(flowStarted('f-1'));
  await expect(worker.flush()).rejects.toThrow('Disken är full');
  await expect(receiver.drained()).rejects.toThrow('Disken är full');
  worker.close();
});

it('tells a worker when the run was interrupted, so that what has not begun does not begin', async () => {
  const interrupted = new AbortController();
  const journal = { append: () => undefined, flush: async () => undefined };
  const receiver = receiveEvidence('fjärr-3', { ...journal, signal: interrupted.signal });
  const worker = remoteJournal('fjärr-3');
  expect(await worker.isOver()).toBe(false);
  interrupted.abort();
  expect(await worker.isOver()).toBe(true);
  await receiver.drained();
  worker.close();
});
