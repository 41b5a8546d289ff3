import { vi } from 'vitest';

/** Asks again until the check holds; for what the environment does in its own time, on a machine that may be busy. */
export const eventually = <T>(check: () => Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 15_000, interval: 10 });
