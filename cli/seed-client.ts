import type { Milliseconds } from '../domain/time.ts';
import type { SeedClient } from '../generators/seed/seed-client.ts';
import type { Migration } from '../systems/open-migration.ts';

/** A client that tells how long it has waited for the system's sake. */
export interface TellingClient extends SeedClient {
  waited(): Milliseconds;
}

/** Answers are JSON where they are anything; what a server says in another way has no body here. */
export function seedClientOf(
  migration: Pick<Migration, 'request'>,
  pause: (milliseconds: Milliseconds) => Promise<unknown>,
): TellingClient {
  let waited = 0;
  return {
    waited: () => waited,
    async request(method, path, body, headers) {
      const response = await migration.request({ method, path, body, headers });
      return {
        status: response.status,
        headers: Object.fromEntries(HEADERS.map((name) => [name, response.header(name)])),
        body: parsed(response.text()),
      };
    },
    async pause(milliseconds) {
      waited += milliseconds;
      await pause(milliseconds);
    },
  };
}

const HEADERS = ['location', 'retry-after', 'date'] as const;

/** Some servers begin with a byte order mark, which is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
