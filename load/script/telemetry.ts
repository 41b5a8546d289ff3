import { Histogram } from '../../domain/histogram.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { Row, SliceNews, TelemetryLine } from '../telemetry-line.ts';

/** What is counted in one slice of time until it is told. */
class Tally {
  signIns = 0;
  inFlight = 0;
  readonly failures: Record<string, number> = {};
  readonly took: number[] = [];
  readonly startLag = new Histogram();
  readonly loopLag = new Histogram();

  news(slice: number): SliceNews {
    const { signIns, inFlight, failures, took, startLag, loopLag } = this;
    return {
      slice,
      ...{ signIns, inFlight, failures, took },
      startLag: startLag.counts(),
      loopLag: loopLag.counts(),
    };
  }
}

/** Gathers what one generator sees and tells it now and then, as differences. */
export class Telemetry {
  readonly #segment: number;
  readonly #beganAt: number;
  readonly #slice: Milliseconds;
  readonly #now: () => number;
  readonly #say: (line: TelemetryLine) => void;
  #rows: Row[] = [];
  #tallies = new Map<number, Tally>();
  /** The slice that it is now, and until when. */
  #current: Tally | undefined;
  #currentEnds = Number.NEGATIVE_INFINITY;

  constructor(options: {
    readonly segment: number;
    readonly beganAt: number;
    readonly slice: Milliseconds;
    readonly now: () => number;
    readonly say: (line: TelemetryLine) => void;
  }) {
    this.#segment = options.segment;
    this.#beganAt = options.beganAt;
    this.#slice = options.slice;
    this.#now = options.now;
    this.#say = options.say;
  }

  row(row: Row): void {
    this.#rows.push(row);
  }

  arrival(lag: Milliseconds, inFlight: number): void {
    const tally = this.#tally();
    tally.startLag.record(Math.max(0, lag));
    tally.inFlight = Math.max(tally.inFlight, inFlight);
  }

  signIn(): void {
    this.#tally().signIns += 1;
  }

  tick(lag: Milliseconds, inFlight: number): void {
    const tally = this.#tally();
    tally.loopLag.record(Math.max(0, lag));
    tally.inFlight = Math.max(tally.inFlight, inFlight);
  }

  /** One request that was answered, and how long the network had it. */
  request(took: Milliseconds): void {
    this.#tally().took.push(Math.round(took * 100));
  }

  failure(kind: string): void {
    const { failures } = this.#tally();
    failures[kind] = (failures[kind] ?? 0) + 1;
  }

  tell(): void {
    const [rows, tallies] = [this.#rows, this.#tallies];
    if (rows.length === 0 && tallies.size === 0) return;
    this.#rows = [];
    this.#tallies = new Map();
    this.#current = undefined;
    const slices = [...tallies].map(([slice, tally]) => tally.news(slice));
    this.#say({ genrep: 'news', segment: this.#segment, rows, slices });
  }

  #tally(): Tally {
    const now = this.#now();
    if (this.#current !== undefined && now < this.#currentEnds) return this.#current;
    const slice = Math.max(0, Math.floor((now - this.#beganAt) / this.#slice));
    const tally = this.#tallies.get(slice) ?? new Tally();
    this.#tallies.set(slice, tally);
    this.#current = tally;
    this.#currentEnds = this.#beganAt + (slice + 1) * this.#slice;
    return tally;
  }
}
