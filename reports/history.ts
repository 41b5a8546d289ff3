import type {
  AccessClosed,
  AccessFollowedUp,
  AccessLogged,
  AccessOpened,
  AccessRelated,
  AccessTried,
} from '../domain/access-evidence.ts';
import type { CareFlow } from '../domain/care-flow.ts';
import type { DayMeasured, LagMeasured } from '../domain/day-evidence.ts';
import type { DeckAnswered, DeckOpened } from '../domain/deck-evidence.ts';
import { isDrillEvent } from '../domain/drill-evidence.ts';
import type {
  AttachmentKept,
  Channel,
  EstimateMade,
  EvidenceEvent,
  FlowStarted,
  LoadEnded,
  LoadSlice,
  LoadStarted,
  Monitored,
  NotSupported,
  Reconciled,
  RunResumed,
  RunStarted,
  Simulated,
  StepEnded,
} from '../domain/evidence.ts';
import { isLabEvent, type LabEvent } from '../domain/lab-evidence.ts';
import type {
  MigrationCompared,
  MigrationFound,
  MigrationOpened,
  MigrationSampled,
} from '../domain/migration-evidence.ts';
import type { Milliseconds } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';
import { EvidenceError } from '../evidence/errors.ts';
import { type EvidenceRecord, readEvidence } from '../evidence/read.ts';
import { type Verification, verifyJournal } from '../evidence/verify.ts';
import { type DrillHistory, drillsIn } from './drill/drill-history.ts';

/** What the evidence says of one flow instance, step by step. */
export interface InstanceHistory {
  readonly run: string;
  readonly instance: string;
  readonly flow: CareFlow;
  readonly channel: Channel;
  readonly started: FlowStarted;
  /** Steps that were begun, by index. */
  readonly begun: ReadonlySet<number>;
  readonly ended: ReadonlyMap<number, StepEnded>;
  readonly attachments: readonly AttachmentKept[];
  /** What became of what it had sent, at the end of the run. */
  readonly reconciled: readonly Reconciled[];
  /** Absent when the run died before the flow ended. */
  readonly verdict?: Verdict;
}

/** What the evidence says of one load of a run, beside the flows that were part of it. */
export interface LoadHistory {
  readonly run: string;
  readonly started: LoadStarted;
  readonly slices: readonly LoadSlice[];
  /** Absent when Genrep itself died before the load ended. */
  readonly ended?: LoadEnded;
}

/** What the evidence says of a matrix of access. */
interface AccessHistory {
  readonly opened: AccessOpened;
  readonly tried: readonly AccessTried[];
  readonly related: readonly AccessRelated[];
  readonly followedUp: readonly AccessFollowedUp[];
  /** Absent where the run died before the log was read. */
  readonly logged?: AccessLogged;
  readonly closed?: AccessClosed;
}

/** What the evidence says of one run. */
export interface RunHistory {
  readonly started: RunStarted;
  /** How many flows were planned, those of loads too. */
  readonly planned: number;
  readonly loads: readonly LoadHistory[];
  readonly notSupported: readonly NotSupported[];
  /** Of a rehearsed day: what was measured beside what was foreseen, and how far it lagged behind. */
  readonly measured: readonly DayMeasured[];
  readonly lag?: LagMeasured;
  /** Of a lab: what happened in it. */
  readonly lab?: readonly LabEvent[];
  /** Of a deck that decision support was asked: what it holds, and every answer. */
  readonly deck?: { readonly opened: DeckOpened; readonly answered: readonly DeckAnswered[] };
  /** Of a migration that was compared: what with what, each kind of record, what was found and what a sample showed. */
  readonly migration?: {
    readonly opened: MigrationOpened;
    readonly compared: readonly MigrationCompared[];
    readonly found: readonly MigrationFound[];
    readonly sampled?: MigrationSampled;
  };
  /** Of a matrix of access: what it holds, what came of every cell, and what was tried beside them. */
  readonly access?: AccessHistory;
  /** Downtimes, failovers and roll-backs that were rehearsed in it. */
  readonly drills?: readonly DrillHistory[];
  readonly instances: readonly InstanceHistory[];
  /** What monitors saw beside the steps, each as often as it was asked. */
  readonly monitored: readonly Monitored[];
  readonly estimates: readonly EstimateMade[];
  /** What else a simulation said. */
  readonly simulated?: Simulated;
  readonly journal: Pick<Verification, 'records' | 'head' | 'ending'>;
  /** How far the system's clock was ahead of Genrep's at worst; absent where nobody measured. */
  readonly clockAhead?: Milliseconds;
  /** Where the run was cut off and went on: what was interrupted, and what a crash had torn off. */
  readonly resumed: readonly RunResumed[];
  /** Epoch milliseconds of the first and the last record. */
  readonly beganAt: number;
  readonly lastAt: number;
}

/**
 * Reads what happened in a run. Throws EvidenceError when its journal is missing, damaged or newer than this Genrep: of
 * evidence that cannot be trusted nothing is reported.
 */
export async function readHistory(runFolder: string): Promise<RunHistory> {
  const verification = await verifyJournal(runFolder);
  const [first] = verification.findings;
  if (first !== undefined) {
    const more = verification.findings.length > 1 ? ` och ${verification.findings.length - 1} fel till` : '';
    throw new EvidenceError(
      'damaged',
      `Evidensen i ${runFolder} går inte att lita på: rad ${first.line}, ${first.sv}${more}. ` +
        'Kör "genrep verify" för hela listan; ingen rapport skrivs av skadad evidens.',
    );
  }
  const records: EvidenceRecord[] = [];
  for await (const record of readEvidence(runFolder)) records.push(record);
  return historyOf(records, verification);
}

/** The same from records that were read before. */
export function historyOf(records: readonly EvidenceRecord[], journal: RunHistory['journal']): RunHistory {
  const [first] = records;
  if (first?.event.type !== 'run-started') {
    throw new EvidenceError('not-evidence', 'Evidensen börjar inte med hur körningen startade.');
  }
  const events = records.map(({ event }) => event);
  const { records: count, head, ending } = journal;
  const lag = events.find((event) => event.type === 'lag');
  const simulated = events.find((event) => event.type === 'simulated');
  const clockAhead = events
    .flatMap((event) => (event.type === 'clock-measured' ? [event.ahead] : []))
    .toSorted((a, b) => Math.abs(b) - Math.abs(a))[0];
  const loads = loadsOf(first.event.run, events);
  const lab = events.filter(isLabEvent);
  const opened = events.find((event) => event.type === 'deck-opened');
  const drills = drillsIn(events.filter(isDrillEvent));
  return {
    started: first.event,
    planned: loads.reduce((sum, { started }) => sum + started.planned, first.event.planned),
    loads,
    notSupported: events.filter((event) => event.type === 'not-supported'),
    measured: events.filter((event) => event.type === 'day-measured'),
    ...(lag === undefined ? {} : { lag }),
    ...(lab.length === 0 ? {} : { lab }),
    ...(opened === undefined
      ? {}
      : { deck: { opened, answered: events.filter((event) => event.type === 'deck-answered') } }),
    ...migrationOf(events),
    ...accessOf(events),
    ...(drills.length === 0 ? {} : { drills }),
    instances: instancesOf(first.event, events),
    monitored: events.filter((event) => event.type === 'monitored'),
    estimates: events.filter((event) => event.type === 'estimate'),
    ...(simulated === undefined ? {} : { simulated }),
    ...(clockAhead === undefined ? {} : { clockAhead }),
    journal: { records: count, head, ending },
    resumed: events.filter((event) => event.type === 'run-resumed'),
    beganAt: first.at,
    lastAt: records.at(-1)?.at ?? first.at,
  };
}

function migrationOf(events: readonly EvidenceEvent[]): Pick<RunHistory, 'migration'> {
  const opened = events.find((event) => event.type === 'migration-opened');
  if (opened === undefined) return {};
  const sampled = events.find((event) => event.type === 'migration-sampled');
  return {
    migration: {
      opened,
      compared: events.filter((event) => event.type === 'migration-compared'),
      found: events.filter((event) => event.type === 'migration-found'),
      ...(sampled === undefined ? {} : { sampled }),
    },
  };
}

function accessOf(events: readonly EvidenceEvent[]): { readonly access?: AccessHistory } {
  const opened = events.find((event) => event.type === 'access-opened');
  if (opened === undefined) return {};
  const logged = events.find((event) => event.type === 'access-logged');
  const closed = events.find((event) => event.type === 'access-closed');
  return {
    access: {
      opened,
      tried: events.filter((event) => event.type === 'access-tried'),
      related: events.filter((event) => event.type === 'access-related'),
      followedUp: events.filter((event) => event.type === 'access-followed-up'),
      ...(logged === undefined ? {} : { logged }),
      ...(closed === undefined ? {} : { closed }),
    },
  };
}

function loadsOf(run: string, events: readonly EvidenceEvent[]): LoadHistory[] {
  return events
    .filter((event) => event.type === 'load-started')
    .map((started) => {
      const isOwn = (event: { readonly load: string }): boolean => event.load === started.load;
      const ended = events.filter((event) => event.type === 'load-ended').find(isOwn);
      return {
        run,
        started,
        slices: events.filter((event) => event.type === 'load-slice').filter(isOwn),
        ...(ended === undefined ? {} : { ended }),
      };
    });
}

function instancesOf(run: RunStarted, events: readonly EvidenceEvent[]): InstanceHistory[] {
  const flows = new Map(run.flows.map((flow) => [flow.id, flow]));
  const byInstance = Map.groupBy(
    events.filter((event) => 'instance' in event),
    ({ instance }) => instance,
  );
  return [...byInstance].map(([instance, own]) => {
    const started = own.find((event) => event.type === 'flow-started');
    const flow = started && flows.get(started.flow);
    if (started === undefined || flow === undefined) {
      throw new EvidenceError('damaged', `Evidensen säger inte vilket flöde ${instance} är.`);
    }
    const steps = own.filter((event) => event.type === 'step-ended');
    const verdict = own.find((event) => event.type === 'flow-ended')?.verdict;
    return {
      run: run.run,
      instance,
      flow,
      channel: started.channel,
      started,
      begun: new Set(own.filter((event) => event.type === 'step-started').map(({ step }) => step)),
      ended: new Map(steps.map((event) => [event.step, event])),
      attachments: own.filter((event) => event.type === 'attachment'),
      reconciled: own.filter((event) => event.type === 'reconciled'),
      ...(verdict === undefined ? {} : { verdict }),
    };
  });
}
