import { describe, expect, it } from 'vitest';
import type { EvidenceEvent } from '../../domain/evidence.ts';
import { Histogram } from '../../domain/histogram.ts';
import type { SliceNews, TelemetryLine } from '../telemetry-line.ts';
import { smallPlan } from '../testing/small-plan.ts';
import { LoadRecorder } from './load-recorder.ts';

const BEGAN = 1_800_000_000_000;

const histogram = (...values: readonly number[]) => {
  const made = new Histogram();
  for (const value of values) made.record(value);
  return made.toJSON();
};

const sliceNews = (change: Partial<SliceNews> = {}): SliceNews => ({
  slice: 0,
  signIns: 0,
  inFlight: 1,
  failures: {},
  took: [1_000, 2_000],
  startLag: histogram(1),
  loopLag: histogram(1),
  ...change,
});

/** What one of so many segments tells of its part of the plan, every flow in full and as it should be. */
function told(plan: ReturnType<typeof smallPlan>, segment: number, segments: number): TelemetryLine[] {
  const own = plan.entries.flatMap((entry, index) =>
    index % segments === segment && entry.type === 'flow' ? [{ entry, index }] : [],
  );
  const news = own.map(({ entry, index }): TelemetryLine => {
    const at = BEGAN + entry.at;
    return {
      genrep: 'news',
      segment,
      rows: [
        ['began', index, at, entry.dayTime],
        ['step', index, 0, at, at, at + 10 + index, entry.dayTime, 'pass'],
        ['ended', index, 'pass', at + 20],
      ],
      slices: [sliceNews({ took: [100 * (5 + index * 7)] })],
    };
  });
  return [{ genrep: 'ready', segment, beganAt: BEGAN }, ...news, { genrep: 'done', segment, unended: 0 }];
}

function recorded(plan: ReturnType<typeof smallPlan>, lines: readonly TelemetryLine[]): EvidenceEvent[] {
  const events: EvidenceEvent[] = [];
  const recorder = new LoadRecorder('load-1', plan, (event) => events.push(event));
  for (const line of lines) recorder.take(line);
  recorder.end({ ending: 'complete' });
  return events;
}

const sorted = (events: readonly EvidenceEvent[]) => events.map((event) => JSON.stringify(event)).sort();

describe('the recorder of a load', () => {
  it('tells of every step of every flow with its times, under the load', () => {
    const plan = smallPlan(2);
    const events = recorded(plan, told(plan, 0, 1));
    expect(events.map(({ type }) => type)).toEqual([
      'load-started',
      ...Array.from({ length: 2 }, () => ['flow-started', 'step-ended', 'flow-ended']).flat(),
      'load-slice',
      'load-ended',
    ]);
    expect(events.find(({ type }) => type === 'flow-started')).toMatchObject({
      load: 'load-1',
      instance: 'l-00001',
    });
    expect(events.find(({ type }) => type === 'step-ended')).toMatchObject({
      plannedAt: BEGAN,
      startedAt: BEGAN,
      endedAt: BEGAN + 10,
      verdict: 'pass',
    });
  });

  it('makes of four segments what it makes of one whole run: each arrival once, histograms added', () => {
    const whole = smallPlan(20);
    const parts = smallPlan(20, 4);
    const mixed = [3, 1, 0, 2].flatMap((segment) => told(parts, segment, 4));
    const [one, four] = [recorded(whole, told(whole, 0, 1)), recorded(parts, mixed)];
    const flows = (events: readonly EvidenceEvent[]) => sorted(events.filter((event) => 'instance' in event));
    expect(flows(four)).toEqual(flows(one));
    const slices = (events: readonly EvidenceEvent[]) =>
      events
        .filter((event) => event.type === 'load-slice')
        .map(({ request, requests }) => ({ request, requests }));
    expect(slices(four)).toEqual(slices(one));
    expect(four.at(-1)).toMatchObject({ type: 'load-ended', generators: 4, completed: 4 });
  });

  it('tells of a step what the generator told: how often it was asked, how long it took to be seen, what went wrong', () => {
    const plan = smallPlan(1);
    const failed = {
      expected: 'ett prov',
      observed: 'inga prov',
      reason: 'Det syntes inte.',
      cause: 'system',
    } as const;
    const events = recorded(plan, [
      { genrep: 'ready', segment: 0, beganAt: BEGAN },
      {
        genrep: 'news',
        segment: 0,
        rows: [
          ['began', 0, BEGAN, 0],
          ['step', 0, 0, BEGAN, BEGAN, BEGAN + 10, 0, 'pass', 2, [1, 'system', 30]],
          ['step', 0, 1, BEGAN, BEGAN, BEGAN + 10, 0, 'fail', 3, null, failed],
        ],
        slices: [],
      },
    ]);
    expect(events.filter(({ type }) => type === 'step-ended')).toMatchObject([
      { verdict: 'pass', attempts: 2, latency: { of: 1, clock: 'system', milliseconds: 30 } },
      { verdict: 'fail', attempts: 3, ...failed },
    ]);
  });

  it('refuses an arrival that two segments tell of', () => {
    const plan = smallPlan(2);
    expect(() => recorded(plan, [...told(plan, 0, 1), ...told(plan, 0, 1)])).toThrow(/twice/);
  });

  it('counts what was dropped, and tells no flow of it', () => {
    const plan = smallPlan(1);
    const events = recorded(plan, [
      { genrep: 'ready', segment: 0, beganAt: BEGAN },
      { genrep: 'news', segment: 0, rows: [['dropped', 0, BEGAN + 5]], slices: [] },
    ]);
    expect(events.filter((event) => 'instance' in event)).toEqual([]);
    expect(events.find(({ type }) => type === 'load-slice')).toMatchObject({ dropped: 1, started: 0 });
  });

  it('keeps a flow that broke outside its steps as an error with what was said', () => {
    const plan = smallPlan(1);
    const events = recorded(plan, [
      { genrep: 'ready', segment: 0, beganAt: BEGAN },
      { genrep: 'news', segment: 0, rows: [['broke', 0, 'oj', BEGAN + 5]], slices: [] },
    ]);
    expect(events.find(({ type }) => type === 'step-ended')).toMatchObject({
      verdict: 'error',
      reason: 'Genrep gick sönder: oj',
    });
    expect(events.find(({ type }) => type === 'flow-ended')).toMatchObject({ verdict: 'error' });
  });
});
