import { EVIDENCE_VERSION, type RunStarted } from '../domain/evidence.ts';
import type { Channel } from '../systems/care-system.ts';
import type { SystemProfile } from '../systems/profile.ts';
import { type ConnectedSystems, connectSystems } from './connected-systems.ts';
import { interruptible } from './interruption.ts';
import { type Journaling, openJournaling } from './journaling.ts';
import { VERSION } from './project.ts';
import { openSystemUnderTest } from './system-under-test.ts';

/** What a command says of the run that it is about to make. */
export interface RunFrame {
  readonly id: string;
  /** Where its evidence goes. */
  readonly folder: string;
  /** The profile of the system under test, by name or path, and the faults to plant in it. */
  readonly system: string;
  readonly faults: readonly string[];
  readonly channels: ReadonlySet<Channel>;
  /** Whether traces of failed steps hold the pages as they were. */
  readonly pageSnapshots: boolean;
  /** The first record, but for what is known only when the system has been asked who it is. */
  readonly started: Omit<RunStarted, 'type' | 'evidenceVersion' | 'run' | 'genrep' | 'system'>;
}

/** A run under way: its system is connected and its journal has begun. */
export interface Run {
  readonly id: string;
  readonly profile: SystemProfile;
  readonly systems: ConnectedSystems;
  readonly journal: Journaling;
  /** Aborted when the user interrupts the run. */
  readonly signal: AbortSignal;
}

/**
 * Frames a run: opens the system under test and connects to it, begins the journal with what was planned and with what
 * cannot be done here, does the work, and ends the journal with whether the work came to its end. Whatever was opened
 * is closed, however far it came.
 */
export const withRun = (frame: RunFrame, work: (run: Run) => Promise<void>): Promise<void> =>
  interruptible((signal) =>
    holding(openSystemUnderTest(frame.system, frame.faults), ({ profile, secrets }) =>
      holding(connectSystems({ ...frame, profile, recordings: frame.folder, signal }), (systems) =>
        holding(openJournaling(frame.folder, secrets), (journal) =>
          perform(frame, { id: frame.id, profile, systems, journal, signal }, work),
        ),
      ),
    ),
  );

async function perform({ started }: RunFrame, run: Run, work: (run: Run) => Promise<void>): Promise<void> {
  const { id, systems, journal } = run;
  let interrupted = true;
  try {
    journal.sink({
      type: 'run-started',
      evidenceVersion: EVIDENCE_VERSION,
      run: id,
      genrep: VERSION,
      system: systems.description,
      ...started,
    });
    for (const event of systems.notSupported(started.flows)) journal.sink(event);
    await work(run);
    interrupted = false;
  } finally {
    journal.sink({ type: 'run-ended', interrupted });
  }
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
