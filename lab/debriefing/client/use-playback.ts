import { useEffect, useState } from 'react';

/** How often the moment moves while it is played, milliseconds. */
const EVERY = 200;

export interface Playback {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly isPlaying: boolean;
  readonly speed: number;
  readonly go: (at: number) => void;
  readonly play: () => void;
  readonly pause: () => void;
  readonly setSpeed: (speed: number) => void;
}

/** A moment that goes through a span of time at some speed, and stands at its end. */
export function usePlayback(from: number, to: number): Playback {
  const [at, setAt] = useState(to);
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(30);
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setInterval(() => setAt((now) => Math.min(to, now + EVERY * speed)), EVERY);
    return () => clearInterval(timer);
  }, [isPlaying, speed, to]);
  useEffect(() => {
    if (at >= to) setPlaying(false);
  }, [at, to]);
  return {
    ...{ at, isPlaying, speed, setSpeed },
    go: (moment) => setAt(Math.min(to, Math.max(from, moment))),
    play: () => {
      if (at >= to) setAt(from);
      setPlaying(true);
    },
    pause: () => setPlaying(false),
  };
}
