import type { EvidenceEvent, RunStarted } from '../domain/evidence.ts';
import { EvidenceError } from './errors.ts';
import type { JournalHead } from './head.ts';
import { eventOf } from './record.ts';
import { requireEvent } from './schema.ts';
import { Upgrader } from './upgrade.ts';
import { type Ending, verifyIntegrity } from './verify.ts';

/** A run that was cut off, as its journal tells it. */
export interface PastRun {
  readonly started: RunStarted;
  readonly events: readonly EvidenceEvent[];
  readonly ending: Exclude<Ending, 'complete'>;
  /** Epoch milliseconds of the last record. */
  readonly lastAt: number;
  readonly head: JournalHead;
  /** What a crash tore off after them. */
  readonly torn?: { readonly offset: number; readonly bytes: number };
}

/**
 * Reads a run that shall go on. Throws {@link EvidenceError} when there is none, when it had come to its end, and when
 * its journal is not whole: nothing is written after evidence that cannot be trusted.
 */
export async function readPastRun(runFolder: string): Promise<PastRun> {
  const events: EvidenceEvent[] = [];
  let lastAt = 0;
  const upgrader = new Upgrader();
  const { findings, records, head, ending, torn } = await verifyIntegrity(runFolder, (record) => {
    const upgrade = (event: unknown): unknown => upgrader.upgrade(event, record.at);
    events.push(requireEvent(eventOf(record), `${runFolder}:${record.seq}`, upgrade));
    lastAt = record.at;
  });
  const [first] = findings;
  if (first !== undefined) {
    throw new EvidenceError(
      'damaged',
      `Körningen i ${runFolder} går inte att fortsätta: ${first.file} rad ${first.line}, ${first.sv}. ` +
        'Kör "genrep verify" för hela listan.',
    );
  }
  if (ending === 'complete') {
    throw new EvidenceError(
      'not-resumable',
      `Körningen i ${runFolder} är avslutad; det finns inget att fortsätta.`,
    );
  }
  const [started] = events;
  if (started?.type !== 'run-started') {
    throw new EvidenceError(
      'not-resumable',
      `Körningen i ${runFolder} dog innan den hade börjat; ta bort mappen och kör om.`,
    );
  }
  return {
    started,
    events,
    ending,
    lastAt,
    head: { of: started.run, records, hash: head },
    ...(torn === undefined ? {} : { torn: { offset: torn.offset, bytes: torn.bytes } }),
  };
}
