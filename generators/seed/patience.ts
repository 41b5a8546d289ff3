import type { Placed } from './placement.ts';
import type { SeedClient, SeedResponse } from './seed-client.ts';

/** Answers that mean: not now. */
const LATER: ReadonlySet<number> = new Set([429, 503]);
const ATTEMPTS = 6;
const FIRST_PAUSE = 500;
/** The longest that is waited in all for one answer. */
const PATIENCE = 15 * 60_000;

/** Asks again when the server says that it has too much to do: as late as it says, else later each time. */
export async function patiently(client: SeedClient, placed: Omit<Placed, 'name'>): Promise<SeedResponse> {
  const { method, url, ifNoneExist, body } = placed;
  const headers: Record<string, string> = ifNoneExist === undefined ? {} : { 'if-none-exist': ifNoneExist };
  let waited = 0;
  for (let attempt = 1; ; attempt++) {
    const response = await client.request(method, url, body, headers);
    if (!LATER.has(response.status)) return response;
    const asked = retryAfter(response);
    const pause = asked ?? FIRST_PAUSE * 2 ** (attempt - 1);
    waited += pause;
    if (waited > PATIENCE || (asked === undefined && attempt >= ATTEMPTS)) return response;
    await client.pause(pause);
  }
}

/** Milliseconds that the server asks to be left alone; in seconds, or as a time by its own clock (RFC 9110, 10.2.3). */
function retryAfter({ headers }: SeedResponse): number | undefined {
  const value = headers?.['retry-after'];
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1_000;
  const wait = Date.parse(value) - Date.parse(headers?.date ?? '');
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
