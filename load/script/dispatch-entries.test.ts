import { describe, expect, it } from 'vitest';
import type { LoadEntry } from '../plan/load-plan.ts';
import type { TelemetryLine } from '../telemetry-line.ts';
import { dispatchEntries } from './dispatch-entries.ts';
import { Telemetry } from './telemetry.ts';

/** A clock on which time passes when everybody waits. */
function virtualClock() {
  let time = 0;
  const waiting: { readonly at: number; readonly wake: () => void }[] = [];
  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => waiting.push({ at: time + milliseconds, wake: resolve }));
  return {
    now: () => time,
    pause,
    async run<T>(work: Promise<T>): Promise<T> {
      let over = false;
      const ended = work.finally(() => {
        over = true;
      });
      for (;;) {
        for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
        if (over) return ended;
        waiting.sort((a, b) => a.at - b.at);
        const next = waiting.shift();
        if (next === undefined) throw new Error('Everybody waits for nothing.');
        time = Math.max(time, next.at);
        next.wake();
      }
    },
  };
}

const signInAt = (at: number): LoadEntry => ({ type: 'sign-in', at, role: 'nurse', unit: 'a', desk: 0 });
const flowAt = (at: number): LoadEntry => ({ ...signInAt(at), type: 'flow' }) as unknown as LoadEntry;

interface Played {
  readonly index: number;
  readonly at: number;
}

async function dispatched(
  entries: readonly LoadEntry[],
  takes: (index: number) => number,
  options: { segment?: number; segments?: number; mostInFlight?: number; endsBy?: number } = {},
) {
  const clock = virtualClock();
  const played: Played[] = [];
  const lines: TelemetryLine[] = [];
  const telemetry = new Telemetry({
    segment: 0,
    beganAt: 0,
    slice: 1_000,
    now: clock.now,
    say: (line) => lines.push(line),
  });
  const unended = await clock.run(
    dispatchEntries({
      count: entries.length,
      entry: (index) => entries[index] as LoadEntry,
      segment: 0,
      segments: 1,
      beganAt: 0,
      endsBy: 100_000,
      mostInFlight: 1_000,
      ...options,
      clock,
      async play(_, index) {
        played.push({ index, at: clock.now() });
        const duration = takes(index);
        if (Number.isNaN(duration)) throw new Error(`flöde ${index} gick sönder`);
        await clock.pause(duration);
      },
      telemetry,
    }),
  );
  const rows = lines.flatMap((line) => (line.genrep === 'news' ? line.rows : []));
  const slices = lines.flatMap((line) => (line.genrep === 'news' ? line.slices : []));
  return { played, rows, slices, unended };
}

describe('the dispatcher of a load', () => {
  it('begins each flow at its planned time, however long the others take', async () => {
    const { played } = await dispatched([flowAt(0), flowAt(10), flowAt(500)], () => 60_000);
    expect(played.map(({ at }) => at)).toEqual([0, 10, 500]);
  });

  it('drops what exceeds the cap, and counts it', async () => {
    const { played, rows } = await dispatched([flowAt(0), flowAt(1), flowAt(2), flowAt(400)], () => 100, {
      mostInFlight: 2,
    });
    expect(played.map(({ index }) => index)).toEqual([0, 1, 3]);
    expect(rows).toEqual([['dropped', 2, 2]]);
  });

  it('tells of a flow that breaks, and goes on with the others', async () => {
    const { played, rows } = await dispatched([flowAt(0), flowAt(5)], (index) =>
      index === 0 ? Number.NaN : 1,
    );
    expect(played).toHaveLength(2);
    expect(rows).toEqual([['broke', 0, 'flöde 0 gick sönder', 0]]);
  });

  it('gives up what is still under way at the end, and says how many', async () => {
    const { unended } = await dispatched([flowAt(0), flowAt(1)], (index) => (index === 0 ? 1e9 : 1), {
      endsBy: 2_000,
    });
    expect(unended).toBe(1);
  });

  it('deals the entries so that every one is taken exactly once', async () => {
    const entries = Array.from({ length: 23 }, (_, index) => flowAt(index));
    const parts = await Promise.all(
      [0, 1, 2, 3].map((segment) => dispatched(entries, () => 1, { segment, segments: 4 })),
    );
    const taken = parts.flatMap(({ played }) => played.map(({ index }) => index));
    expect(taken.toSorted((a, b) => a - b)).toEqual(entries.map((_, index) => index));
  });

  it('counts a sign-in as one, and one that fails as a failure', async () => {
    const { slices, rows } = await dispatched([signInAt(0), signInAt(1)], (index) =>
      index === 0 ? Number.NaN : 1,
    );
    expect(slices.reduce((sum, { signIns }) => sum + signIns, 0)).toBe(2);
    expect(slices.reduce((sum, { failures }) => sum + (failures['sign-in'] ?? 0), 0)).toBe(1);
    expect(rows).toEqual([]);
  });
});
