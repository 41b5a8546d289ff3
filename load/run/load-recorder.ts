import type { EvidenceSink, LoadEnded } from '../../domain/evidence.ts';
import { Histogram } from '../../domain/histogram.ts';
import type { GeneratorReport, LoadFigures } from '../../domain/load.ts';
import { type Verdict, worst } from '../../domain/verdict.ts';
import type { FlowEntry, LoadPlan } from '../plan/load-plan.ts';
import type { Row, SliceNews, TelemetryLine } from '../telemetry-line.ts';

/** Where a load is right now. */
export interface LoadProgress {
  readonly planned: number;
  readonly started: number;
  readonly dropped: number;
  readonly underWay: number;
  readonly ended: Readonly<Record<Verdict, number>>;
  readonly requests: number;
  /** Milliseconds; undefined before anything was measured. */
  readonly requestP95: number | undefined;
  readonly lagP99: number | undefined;
}

function recordAll(histogram: Histogram, { took }: SliceNews): void {
  for (const hundredths of took) histogram.record(hundredths / 100);
}

/** What is known of one planned flow. */
interface FlowState {
  state: 'began' | 'ended' | 'dropped';
  nextStep: number;
}

class Slice {
  started = 0;
  dropped = 0;
  ended = 0;
  signIns = 0;
  requests = 0;
  readonly inFlight = new Map<number, number>();
  readonly failures: Record<string, number> = {};
  readonly request = new Histogram();
  readonly startLag = new Histogram();
  readonly loopLag = new Histogram();

  add(news: SliceNews, segment: number): void {
    this.signIns += news.signIns;
    this.requests += news.took.length;
    this.inFlight.set(segment, Math.max(this.inFlight.get(segment) ?? 0, news.inFlight));
    for (const [kind, count] of Object.entries(news.failures))
      this.failures[kind] = (this.failures[kind] ?? 0) + count;
    recordAll(this.request, news);
    this.startLag.add(news.startLag);
    this.loopLag.add(news.loopLag);
  }

  figures(): LoadFigures {
    const { started, dropped, ended, signIns, requests, failures, inFlight } = this;
    return {
      ...{ started, dropped, ended, signIns, requests, failures },
      inFlight: [...inFlight.values()].reduce((sum, most) => sum + most, 0),
      request: this.request.toJSON(),
      startLag: this.startLag.toJSON(),
      loopLag: this.loopLag.toJSON(),
    };
  }
}

/**
 * Makes a run's evidence of what the generators tell, from however many of them: every planned arrival exactly once,
 * histograms added bucket by bucket. Throws when two generators tell of the same arrival.
 */
export class LoadRecorder {
  readonly #load: string;
  readonly #plan: LoadPlan;
  readonly #sink: EvidenceSink;
  readonly #flows = new Map<number, FlowState>();
  readonly #slices = new Map<number, Slice>();
  readonly #ended: Record<Verdict, number> = { error: 0, fail: 0, unknown: 0, 'not-covered': 0, pass: 0 };
  readonly #done = new Set<number>();
  readonly #recentRequests = new Histogram();
  readonly #lag = new Histogram();
  #beganAt: number | undefined;
  #started = 0;
  #dropped = 0;
  #requests = 0;

  constructor(load: string, plan: LoadPlan, sink: EvidenceSink) {
    this.#load = load;
    this.#plan = plan;
    this.#sink = sink;
  }

  /** The load's beginning, epoch milliseconds; said by the first generator that is ready. */
  get beganAt(): number | undefined {
    return this.#beganAt;
  }

  /** How many generators said that they came to the end of their part. */
  get completed(): number {
    return this.#done.size;
  }

  take(line: TelemetryLine): void {
    switch (line.genrep) {
      case 'ready':
        this.#begin(line.beganAt);
        break;
      case 'news':
        for (const row of line.rows) this.#row(row);
        for (const news of line.slices) this.#news(news, line.segment);
        break;
      case 'done':
        this.#done.add(line.segment);
    }
  }

  progress(): LoadProgress {
    return {
      planned: this.#plan.facts.planned,
      started: this.#started,
      dropped: this.#dropped,
      underWay: this.#started - Object.values(this.#ended).reduce((sum, count) => sum + count, 0),
      ended: this.#ended,
      requests: this.#requests,
      requestP95: this.#recentRequests.percentile(0.95),
      lagP99: this.#lag.percentile(0.99),
    };
  }

  /** Writes the figures of every slice, and how it ended. */
  end(
    ending: Pick<LoadEnded, 'ending' | 'reason'> & Omit<GeneratorReport, 'generators' | 'completed'>,
  ): void {
    this.#begin(Date.now());
    const load = this.#load;
    for (const slice of [...this.#slices.keys()].sort((a, b) => a - b)) {
      this.#sink({ type: 'load-slice', load, slice, ...this.#slice(slice).figures() });
    }
    const { segments } = this.#plan.facts;
    this.#sink({ type: 'load-ended', load, ...ending, generators: segments, completed: this.#done.size });
  }

  #begin(beganAt: number): void {
    if (this.#beganAt !== undefined) return;
    this.#beganAt = beganAt;
    this.#sink({ type: 'load-started', load: this.#load, beganAt, ...this.#plan.facts });
  }

  #news(news: SliceNews, segment: number): void {
    this.#slice(news.slice).add(news, segment);
    this.#requests += news.took.length;
    recordAll(this.#recentRequests, news);
    this.#lag.add(news.startLag);
  }

  #row(row: Row): void {
    switch (row[0]) {
      case 'began':
        this.#flowBegan(row);
        break;
      case 'step':
        this.#stepEnded(row);
        break;
      case 'ended':
        this.#flowEnded(row[1], row[2], row[3]);
        break;
      case 'broke':
        this.#flowBroke(row);
        break;
      case 'dropped':
        this.#once(row[1], 'dropped');
        this.#dropped += 1;
        this.#sliceAt(row[2]).dropped += 1;
    }
  }

  #flowBegan([, index, at, dayTime]: Extract<Row, readonly ['began', ...unknown[]]>): void {
    const entry = this.#once(index, 'began');
    this.#started += 1;
    this.#sliceAt(at).started += 1;
    this.#sink({
      type: 'flow-started',
      instance: entry.instance,
      flow: this.#flowOf(entry).id,
      channel: 'api',
      patient: entry.patient.key,
      plannedAt: entry.dayTime,
      dayTime,
      startedAt: at,
      load: this.#load,
    });
  }

  #stepEnded(row: Extract<Row, readonly ['step', ...unknown[]]>): void {
    const [, index, step, plannedAt, startedAt, endedAt, dayTime, verdict, attempts, latency, told] = row;
    const entry = this.#entry(index);
    const actor = this.#flowOf(entry).steps[step]?.actor;
    const { instance } = entry;
    const flow = this.#flows.get(index);
    if (flow !== undefined) flow.nextStep = step + 1;
    this.#sink({
      type: 'step-ended',
      instance,
      step,
      ...(actor === undefined ? {} : { actor }),
      plannedAt,
      startedAt,
      endedAt,
      dayTime,
      verdict,
      ...(attempts == null ? {} : { attempts }),
      ...(latency == null
        ? {}
        : { latency: { of: latency[0], clock: latency[1], milliseconds: latency[2] } }),
      ...told,
    });
  }

  #flowEnded(index: number, verdict: Verdict, at: number): void {
    const flow = this.#flows.get(index);
    if (flow?.state !== 'began') throw new Error(`Entry ${index} of the plan ended without having begun.`);
    flow.state = 'ended';
    this.#ended[verdict] += 1;
    this.#sliceAt(at).ended += 1;
    this.#sink({ type: 'flow-ended', instance: this.#entry(index).instance, verdict });
  }

  /** A flow that broke outside its steps: the step it was at is told to have broken, with what was said. */
  #flowBroke([, index, reason, at]: Extract<Row, readonly ['broke', ...unknown[]]>): void {
    if (!this.#flows.has(index)) this.#flowBegan(['began', index, at, this.#entry(index).dayTime]);
    const step = this.#flows.get(index)?.nextStep ?? 0;
    const { dayTime } = this.#entry(index);
    const told = { reason: `Genrep gick sönder: ${reason}` };
    this.#stepEnded(['step', index, step, at, at, at, dayTime, 'error', null, null, told]);
    this.#flowEnded(index, worst(['error']), at);
  }

  #once(index: number, state: 'began' | 'dropped'): FlowEntry {
    if (this.#flows.has(index)) throw new Error(`Entry ${index} of the plan was told of twice.`);
    this.#flows.set(index, { state, nextStep: 0 });
    return this.#entry(index);
  }

  #entry(index: number): FlowEntry {
    const entry = this.#plan.entries[index];
    if (entry?.type !== 'flow') throw new Error(`The plan has no flow ${index}.`);
    return entry;
  }

  #flowOf(entry: FlowEntry) {
    const flow = this.#plan.flows[entry.flow];
    if (flow === undefined) throw new Error(`The plan has no flow number ${entry.flow}.`);
    return flow;
  }

  #sliceAt(at: number): Slice {
    return this.#slice(Math.max(0, Math.floor((at - (this.#beganAt ?? at)) / this.#plan.facts.slice)));
  }

  #slice(index: number): Slice {
    const there = this.#slices.get(index);
    if (there !== undefined) return there;
    const slice = new Slice();
    this.#slices.set(index, slice);
    return slice;
  }
}
