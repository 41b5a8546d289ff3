import process from 'node:process';
import { EVIDENCE_VERSION, type RunResumed, type RunStarted } from '../domain/evidence.ts';
import { readHead } from '../evidence/head.ts';
import { careAreas } from './care-areas.ts';
import { type Journaling, openJournaling } from './journaling.ts';
import { VERSION } from './project.ts';
import { readSigningKey } from './signing-key.ts';

/** What a command says of the run that it begins. */
export type Beginning = Omit<RunStarted, 'type' | 'evidenceVersion' | 'genrep' | 'activities'>;

/** The first record of a new run. */
export const startedEvent = async (beginning: Beginning): Promise<RunStarted> => ({
  type: 'run-started',
  evidenceVersion: EVIDENCE_VERSION,
  genrep: VERSION,
  activities: (await careAreas()).vocabulary.activities,
  ...beginning,
});

/** Work between a run's first record and its last, which says whether the work came to its end. */
export async function framed(
  { sink }: Pick<Journaling, 'sink'>,
  first: RunStarted | RunResumed,
  work: () => Promise<void>,
): Promise<void> {
  let interrupted = true;
  try {
    sink(first);
    await work();
    interrupted = false;
  } finally {
    sink({ type: 'run-ended', interrupted });
  }
}

/** A run that touches no system: its journal is opened, framed and closed around the work. */
export async function withJournal(
  options: {
    readonly folder: string;
    /** A file with the key to sign with. */
    readonly sign?: string | undefined;
    readonly beginning: Beginning;
  },
  work: (journal: Journaling) => Promise<void>,
): Promise<void> {
  const { folder, sign, beginning } = options;
  const key = readSigningKey(sign);
  const journal = await openJournaling(folder, {
    secrets: [],
    ...(key === undefined ? {} : { signer: key.signer }),
    onFailure: () => undefined, // Whoever writes learns of it too, and there is no system to leave in peace.
  });
  try {
    await framed(journal, await startedEvent(beginning), () => work(journal));
  } finally {
    await journal.close();
  }
  await announceHead(folder);
}

/** Whoever keeps this line can tell later whether anything was changed, even by somebody who wrote it all anew. */
export async function announceHead(folder: string): Promise<void> {
  const head = await readHead(folder);
  if (typeof head !== 'object') return;
  const signed = head.signature === undefined ? 'osignerat' : 'signerat';
  process.stderr.write(`Underlaget, ${signed}: ${head.records} poster, sista hash ${head.hash}\n`);
}
