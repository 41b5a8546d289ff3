import type { Milliseconds } from '../../domain/time.ts';

const WIDTH = 24;

/** How far some work has come, at which rate, and how long it still takes. */
export interface Pace {
  readonly done: number;
  readonly all: number;
  /** Done by an earlier run; the rate does not count it. */
  readonly before?: number;
  readonly passed: Milliseconds;
  /** What is counted: 'personer'. */
  readonly what: string;
}

/** '█████████░░░░░░░░░░░░░░░ 38 % · 7 600 av 20 000 personer · 1 650/s · 8 s kvar' */
export function paceLine({ done, all, before = 0, passed, what }: Pace): string {
  const share = all === 0 ? 1 : done / all;
  const filled = Math.floor(WIDTH * share);
  const rate = (1000 * (done - before)) / Math.max(passed, 1);
  const parts = [
    `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${Math.floor(100 * share)} %`,
    `${inSwedish(done)} av ${inSwedish(all)} ${what}`,
    `${inSwedish(Math.round(rate))}/s`,
  ];
  if (rate > 0 && done < all) parts.push(`${lengthOf((all - done) / rate)} kvar`);
  return parts.join(' · ');
}

/** '1 772 821' */
export const inSwedish = (value: number): string => `${value}`.replace(/\B(?=(\d{3})+(?!\d))/g, ' ');

function lengthOf(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 90 ? `${whole} s` : `${Math.ceil(whole / 60)} min`;
}
