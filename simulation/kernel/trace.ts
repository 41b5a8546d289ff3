import type { Tick } from './event-queue.ts';

/** What can be seen of a run. */
export type TraceKind =
  | 'start'
  | 'end'
  | 'hold'
  | 'queue'
  | 'grant'
  | 'release'
  | 'renege'
  | 'refuse'
  | 'preempt'
  | 'interrupt'
  | 'wait'
  | 'wake'
  | 'late'
  | 'act';

/** One line of a trace. Who is `process number`; the subject is the resource, signal or other process concerned. */
export interface TraceEvent {
  readonly tick: Tick;
  readonly kind: TraceKind;
  readonly process: string;
  readonly number: number;
  readonly subject: string | undefined;
}

/** A trace as lines of text: '    930 grant    patient 4 · nurse'. */
export const formatTrace = (events: readonly TraceEvent[]): string =>
  events.map((event) => `${formatEvent(event)}\n`).join('');

const formatEvent = ({ tick, kind, process, number, subject }: TraceEvent): string =>
  `${String(tick).padStart(7)} ${kind.padEnd(9)} ${process} ${number}${subject === undefined ? '' : ` · ${subject}`}`;
