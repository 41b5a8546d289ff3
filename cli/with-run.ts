import { rm } from 'node:fs/promises';
import path from 'node:path';
import { claimFolder, hasJournal } from '../evidence/claim-folder.ts';
import { verifyIntegrity } from '../evidence/verify.ts';
import type { Channel } from '../systems/care-system.ts';
import type { WatchOptions } from '../systems/fhir-r4/watch/watch.ts';
import type { SystemProfile } from '../systems/profile.ts';
import { type ConnectedSystems, connectSystems } from './connected-systems.ts';
import { interruptible, isInterruption, RunInterrupted } from './interruption.ts';
import { type Journaling, openJournaling } from './journaling.ts';
import { type Resumption, requireSameRun, resumedEvent } from './resumption.ts';
import { readSigningKey } from './signing-key.ts';
import { openSystemUnderTest, type SystemUnderTest } from './system-under-test.ts';
import { announceHead, type Beginning, framed, startedEvent } from './with-journal.ts';

/** What a command says of the run that it is about to make. */
export interface RunFrame {
  readonly id: string;
  /** Where its evidence goes. */
  readonly folder: string;
  /** The profile of the system under test, by name or path, and the faults to plant in it. */
  readonly system: string;
  readonly faults: readonly string[];
  /** What is started beside the record in a system that is started for the run. */
  readonly parts?: readonly string[];
  /** Whether a system that is started for the run is made to go wrong while it works. */
  readonly isSteered?: boolean;
  readonly channels: ReadonlySet<Channel>;
  /** Whether traces of failed steps hold the pages as they were. */
  readonly pageSnapshots: boolean;
  /** How it is watched beside its steps; not at all when absent. */
  readonly watch?: WatchOptions;
  /** The first record, but for what is known only when the system has been asked who it is. */
  readonly started: Omit<Beginning, 'run' | 'system'>;
  /** A file with the key to sign with. */
  readonly sign?: string;
  /** The run that goes on; a new one begins when absent. */
  readonly resumed?: Resumption;
}

/** A run under way: its system is connected and its journal has begun. */
export interface Run {
  readonly id: string;
  readonly profile: SystemProfile;
  readonly systems: ConnectedSystems;
  /** The reference environment that was started for the run, if it was. */
  readonly reference: SystemUnderTest['reference'];
  readonly journal: Journaling;
  /** Aborted when the user interrupts the run, and when its evidence can no longer be written. */
  readonly signal: AbortSignal;
}

/**
 * Frames a run: opens the system under test and connects to it, begins the journal with what was planned and with what
 * cannot be done here, does the work, and ends the journal with whether the work came to its end. A run that was cut
 * off goes on in its own journal, and only if it is the same run. Whatever was opened is closed, however far it came.
 */
export async function withRun(frame: RunFrame, work: (run: Run) => Promise<void>): Promise<void> {
  const { folder, resumed, started } = frame;
  if (resumed !== undefined) requireSameRun(resumed, started);
  const key = readSigningKey(frame.sign);
  const data = path.join(folder, REFERENCE_DATA);
  const unwritable = new AbortController();
  await interruptible((interrupted) => {
    const signal = AbortSignal.any([interrupted, unwritable.signal]);
    const underTest = () =>
      holding(openSystemUnderTest({ ...frame, data }), ({ profile, secrets, reference }) =>
        holding(connectSystems({ ...frame, profile, recordings: folder, signal }), (systems) => {
          if (resumed !== undefined) requireSameRun(resumed, { system: systems.description });
          const journaling = openJournaling(folder, {
            secrets: [...secrets, ...(key?.secrets ?? [])],
            ...(key === undefined ? {} : { signer: key.signer }),
            ...(resumed === undefined ? {} : { past: resumed.past }),
            onFailure: () => unwritable.abort(),
          });
          return holding(journaling, (journal) =>
            perform(frame, { id: frame.id, profile, systems, reference, journal, signal }, work),
          );
        }),
      );
    return holding(claimFolder(folder, { isNew: resumed === undefined }), () =>
      underTest().finally(() => removeUnlessNeeded(data, folder)),
    );
  }).catch(async (error: unknown) => {
    const canGoOn = isInterruption(error) && RESUMABLE.has(started.command) && (await hasJournal(folder));
    throw canGoOn ? new RunInterrupted(started.command, folder) : error;
  });
  await announceHead(folder);
}

/** Commands with --resume. */
const RESUMABLE: ReadonlySet<Beginning['command']> = new Set(['day', 'features', 'lab']);

/** What a run worked in is needed only to go on with it. */
async function removeUnlessNeeded(data: string, folder: string): Promise<void> {
  const needed = (await hasJournal(folder)) && (await verifyIntegrity(folder)).ending !== 'complete';
  if (!needed) await rm(data, { recursive: true, force: true });
}

/** Where a reference environment that was started for a run keeps its data until the run has come to its end. */
const REFERENCE_DATA = 'reference-data';

async function perform(
  { started, resumed, faults }: RunFrame,
  run: Run,
  work: (run: Run) => Promise<void>,
): Promise<void> {
  const { id, systems, journal } = run;
  const planted = faults.length === 0 ? {} : { planted: faults };
  const first =
    resumed === undefined
      ? await startedEvent({ run: id, system: systems.description, ...started, ...planted })
      : resumedEvent(resumed);
  return framed(journal, first, async () => {
    if (systems.clockAhead !== undefined) journal.sink({ type: 'clock-measured', ahead: systems.clockAhead });
    if (resumed === undefined) for (const event of systems.notSupported(started.flows)) journal.sink(event);
    await work(run);
  });
}

/** Uses what must be closed, and closes it. */
async function holding<T extends { close(): Promise<unknown> }>(
  opening: Promise<T>,
  use: (held: T) => Promise<void>,
): Promise<void> {
  const held = await opening;
  try {
    await use(held);
  } finally {
    await held.close();
  }
}
