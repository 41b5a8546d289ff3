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

/** What happened in a run, in order. Kept by columns: an object a line costs several times the time and memory. */
export class Trace implements Iterable<TraceEvent> {
  private ticks = new Float64Array(1_024);
  private numbers = new Int32Array(1_024);
  private readonly kinds: TraceKind[] = [];
  private readonly processes: string[] = [];
  private readonly subjects: (string | undefined)[] = [];

  get length(): number {
    return this.kinds.length;
  }

  add(tick: Tick, kind: TraceKind, process: string, number: number, subject: string | undefined): void {
    const place = this.kinds.length;
    if (place === this.ticks.length) this.grow();
    this.ticks[place] = tick;
    this.numbers[place] = number;
    this.kinds.push(kind);
    this.processes.push(process);
    this.subjects.push(subject);
  }

  *[Symbol.iterator](): Generator<TraceEvent, void> {
    for (const [place, kind] of this.kinds.entries()) {
      yield {
        tick: this.ticks[place] as Tick,
        kind,
        process: this.processes[place] as string,
        number: this.numbers[place] as number,
        subject: this.subjects[place],
      };
    }
  }

  private grow(): void {
    const { ticks, numbers } = this;
    this.ticks = new Float64Array(2 * ticks.length);
    this.ticks.set(ticks);
    this.numbers = new Int32Array(2 * numbers.length);
    this.numbers.set(numbers);
  }
}

/** A trace as lines of text: '    930 grant    patient 4 · nurse'. */
export const formatTrace = (events: Iterable<TraceEvent>): string =>
  Array.from(events, (event) => `${formatEvent(event)}\n`).join('');

const formatEvent = ({ tick, kind, process, number, subject }: TraceEvent): string =>
  `${String(tick).padStart(7)} ${kind.padEnd(9)} ${process} ${number}${subject === undefined ? '' : ` · ${subject}`}`;
