import { useCallback, useEffect, useRef, useState } from 'react';
import { type LiveEvent, useLiveEvents } from './live-events.tsx';

/**
 * Shortest time between two readings that events ask for, ms. What happens after a quiet while shows at once; only where
 * much happens one thing after the other does it wait, so that a busy unit's lists do not read themselves without end.
 */
const CALM = 1_000;

/** Something read from the server that stays true while it is looked at. */
export interface Live<T> {
  readonly data: T | undefined;
  readonly problem: Error | undefined;
  /** True from the moment somebody asked until what they asked for is shown. */
  readonly loading: boolean;
  refresh(): void;
}

/**
 * @param key what is read; another key is another thing, and nothing of the former is shown
 * @param load reads it
 * @param concerns which events on the server may have changed it
 */
export function useLive<T>(
  key: string,
  load: () => Promise<T>,
  concerns: (event: LiveEvent) => boolean,
): Live<T> {
  const [asked, setAsked] = useState(0);
  const [shown, setShown] = useState<{ key: string; asked: number; data?: T; problem?: Error }>();
  const events = useLiveEvents();
  const latest = useRef({ load, concerns });
  latest.current = { load, concerns };

  useEffect(() => {
    let dropped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let begun = 0;
    const show = (next: { data?: T; problem?: Error }): void => {
      if (!dropped) setShown({ key, asked, ...next });
    };
    const read = async (): Promise<void> => {
      begun = performance.now();
      await latest.current.load().then(
        (data) => show({ data }),
        (problem: Error) => show({ problem }),
      );
    };
    let reading = read();
    const stop = events.listen((event) => {
      if (timer !== undefined || !latest.current.concerns(event)) return;
      timer = setTimeout(
        () => {
          reading = reading.then(() => {
            timer = undefined;
            return read();
          });
        },
        Math.max(0, begun + CALM - performance.now()),
      );
    });
    return () => {
      dropped = true;
      clearTimeout(timer);
      stop();
    };
  }, [key, asked, events]);

  const current = shown?.key === key ? shown : undefined;
  return {
    data: current?.data,
    problem: current?.problem,
    loading: current?.asked !== asked,
    refresh: useCallback(() => setAsked((count) => count + 1), []),
  };
}
