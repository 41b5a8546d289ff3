import type { Milliseconds, Timekeeper } from '../../domain/time.ts';
import type { LoadEntry } from '../plan/load-plan.ts';
import type { Telemetry } from './telemetry.ts';

export interface DispatchOptions {
  /** The number of entries in the whole plan, and how to get one of them. */
  readonly count: number;
  readonly entry: (index: number) => LoadEntry;
  /** This one takes every entry whose number leaves this rest. */
  readonly segment: number;
  readonly segments: number;
  /** Epoch milliseconds; the same for all segments. */
  readonly beganAt: number;
  /** From the beginning; what is still under way then is given up. */
  readonly endsBy: Milliseconds;
  readonly mostInFlight: number;
  readonly clock: Timekeeper;
  readonly play: (entry: LoadEntry, index: number) => Promise<void>;
  readonly telemetry: Telemetry;
}

/** How often the lag of the generator's own loop is measured and news is told. */
const TICK: Milliseconds = 100;
const NEWS: Milliseconds = 1_000;

/**
 * Walks one segment of a plan by an absolute clock and begins each entry when its time has come, whatever the system
 * does meanwhile (an open model). What would exceed the cap is dropped and counted; a flow that breaks is told and
 * breaks nothing else. Resolves with how many flows were given up.
 */
export async function dispatchEntries(options: DispatchOptions): Promise<number> {
  const { clock, beganAt, endsBy, telemetry, mostInFlight } = options;
  const underWay = new Set<Promise<void>>();
  const watch = watchLoop(options, () => underWay.size);

  for (let index = options.segment; index < options.count; index += options.segments) {
    const entry = options.entry(index);
    const due = beganAt + entry.at;
    const wait = due - clock.now();
    if (wait > 0) await clock.pause(wait);
    const lag = clock.now() - due;
    if (entry.type === 'flow' && underWay.size >= mostInFlight) {
      telemetry.row(['dropped', index, Math.round(clock.now())]);
      continue;
    }
    if (entry.type === 'sign-in') telemetry.signIn();
    else telemetry.arrival(lag, underWay.size + 1);
    const played: Promise<void> = caught(options, entry, index).then(() => void underWay.delete(played));
    underWay.add(played);
  }

  // Not one long pause for the rest: k6 would sit it out although everything had ended.
  while (underWay.size > 0 && clock.now() < beganAt + endsBy) await clock.pause(TICK);
  watch.stop();
  telemetry.tell();
  return underWay.size;
}

async function caught({ play, telemetry, clock }: DispatchOptions, entry: LoadEntry, index: number) {
  try {
    await play(entry, index);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (entry.type === 'sign-in') telemetry.failure('sign-in');
    else telemetry.row(['broke', index, reason, Math.round(clock.now())]);
  }
}

/** Measures how late the loop's own ticks come, and tells news every second. */
function watchLoop({ clock, telemetry }: DispatchOptions, inFlight: () => number): { stop(): void } {
  let running = true;
  let nextNews = clock.now() + NEWS;
  const watch = async (): Promise<void> => {
    while (running) {
      const due = clock.now() + TICK;
      await clock.pause(TICK);
      telemetry.tick(clock.now() - due, inFlight());
      if (clock.now() < nextNews) continue;
      telemetry.tell();
      nextNews = clock.now() + NEWS;
    }
  };
  void watch();
  return {
    stop: () => {
      running = false;
    },
  };
}
