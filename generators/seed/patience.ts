import type { SeedClient, SeedResponse } from './seed-client.ts';

/** Answers that mean: not now. */
const LATER: ReadonlySet<number> = new Set([429, 503]);
const ATTEMPTS = 6;
const FIRST_PAUSE = 500;
/** The longest that is waited in all for one answer. */
const PATIENCE = 15 * 60_000;

/** The same client, which asks again when the server has too much to do: as late as it says, else later each time. */
export const patient = (client: SeedClient): SeedClient => ({
  ...client,
  async request(...asked) {
    let waited = 0;
    for (let attempt = 1; ; attempt++) {
      const response = await client.request(...asked);
      if (!LATER.has(response.status)) return response;
      const pause = retryAfter(response);
      const next = pause ?? FIRST_PAUSE * 2 ** (attempt - 1);
      waited += next;
      if (waited > PATIENCE || (pause === undefined && attempt >= ATTEMPTS)) return response;
      await client.pause(next);
    }
  },
});

/** Milliseconds that the server asks to be left alone; in seconds, or as a time by its own clock (RFC 9110, 10.2.3). */
function retryAfter({ headers }: SeedResponse): number | undefined {
  const value = headers?.['retry-after'];
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1_000;
  const wait = Date.parse(value) - Date.parse(headers?.date ?? '');
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
