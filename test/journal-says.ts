import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { vi } from 'vitest';

/** The journal of a run as it is; empty before it has begun. */
export const journalOf = (run: string): Promise<string> =>
  readFile(path.join(run, 'evidence.ndjson'), 'utf8').catch(() => '');

/** Looks until the journal says so, or what writes it has ended. */
export const journalSays = (run: string, word: string, hasEnded = (): boolean => false): Promise<boolean> =>
  vi.waitUntil(async () => hasEnded() || (await journalOf(run)).includes(word), {
    interval: 10,
    timeout: 60_000,
  });
