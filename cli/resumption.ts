import { isDeepStrictEqual } from 'node:util';
import type { RunResumed, RunStarted } from '../domain/evidence.ts';
import { InputError } from '../domain/input-error.ts';
import type { Milliseconds } from '../domain/time.ts';
import { requireNoWriter } from '../evidence/claim-folder.ts';
import { type PastRun, readPastRun } from '../evidence/past-run.ts';
import { type FlowProgress, interruptedFlows, progressOf } from '../flows/flow-progress.ts';
import { VERSION } from './project.ts';
import { findRun } from './run-folder.ts';

/** A run that was cut off and shall go on. */
export interface Resumption {
  readonly id: string;
  readonly folder: string;
  readonly past: PastRun;
  /** How far each flow had come, by instance. */
  readonly progress: ReadonlyMap<string, FlowProgress>;
  /** Where the day's clock goes on, milliseconds since midnight. */
  readonly dayTime: number;
}

/** Reads the run that `--resume` names. Throws EvidenceError when it cannot go on. */
export async function readResumption(run: string): Promise<Resumption> {
  const folder = findRun(run);
  await requireNoWriter(folder);
  const past = await readPastRun(folder);
  const progress = progressOf(past.events);
  return {
    id: past.started.run,
    folder,
    past,
    progress,
    dayTime: dayTimeOf([...progress.values()]),
  };
}

/**
 * Flows that were under way begin again as far apart as they did the first time, so that the system is not met by all
 * of them at once: the day goes on from when the first of them began.
 */
function dayTimeOf(flows: readonly FlowProgress[]): Milliseconds {
  const underWay = flows.filter(({ verdict }) => verdict === undefined);
  const starts = (underWay.length === 0 ? flows : underWay).map(({ started }) => started.plannedAt);
  if (starts.length === 0) return 0;
  return underWay.length === 0 ? Math.max(...starts) : Math.min(...starts);
}

/** What is written where a run goes on. */
export function resumedEvent({ past, progress }: Resumption): RunResumed {
  const interrupted = interruptedFlows(progress);
  return {
    type: 'run-resumed',
    after: past.ending,
    cutOffAt: past.lastAt,
    ...(past.torn === undefined ? {} : { torn: past.torn }),
    finished: progress.size - interrupted.length,
    interrupted,
  };
}

/** What a run must have in common with the one it goes on with, and how to say that it has not. */
const SAME: readonly (readonly [field: keyof RunStarted, what: string])[] = [
  ['command', 'ett annat kommando'],
  ['genrep', 'en annan version av Genrep'],
  ['system', 'ett annat system, eller en annan version av det'],
  ['seed', 'ett annat frö; ange samma --seed'],
  ['stage', 'en annan etapp, eller etappens fil har ändrats sedan dess'],
  ['title', 'en annan dag'],
  ['planHash', 'en annan dagsplan: dagens definition eller valet av flöden är ett annat'],
  ['flows', 'andra patientflöden, eller så har de ändrats sedan dess'],
  ['planned', 'ett annat antal flöden; ange samma --only och --channel'],
  ['speed', 'en annan hastighet; ange samma --speed'],
];

/** Throws InputError when a run is not the one that was cut off: evidence of two runs is never mixed. */
export function requireSameRun({ past, folder }: Resumption, now: Partial<RunStarted>): void {
  const asTold: Partial<RunStarted> = JSON.parse(JSON.stringify({ genrep: VERSION, ...now }));
  for (const [field, what] of SAME) {
    if (field in asTold && !isDeepStrictEqual(asTold[field], past.started[field])) {
      throw new InputError(`Körningen i ${folder} går inte att fortsätta: den gjordes med ${what}.`);
    }
  }
}
