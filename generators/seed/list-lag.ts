import type { SeedClient } from './seed-client.ts';

/** How long a list may lag behind what is written, before it is taken at its word; milliseconds between looks. */
const LAG = [500, 1_000, 2_000, 4_000] as const;

/** Looks until what is seen will do, as long as a list may lag; what is seen at last. */
export async function inTime<T>(
  client: Pick<SeedClient, 'pause'>,
  look: () => Promise<T>,
  willDo: (seen: T) => boolean,
): Promise<T> {
  for (const pause of LAG) {
    const seen = await look();
    if (willDo(seen)) return seen;
    await client.pause(pause);
  }
  return look();
}
