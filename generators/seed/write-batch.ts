import type { Arrival } from './arrival.ts';
import { type Placement, send } from './placement.ts';
import { refusal } from './refusal.ts';
import { type SeedClient, SeedError } from './seed-client.ts';

/** Writes resources, so that writing them twice makes no second. */
export type WriteBatch = (lines: readonly string[]) => Promise<void>;

export interface Writing {
  readonly client: SeedClient;
  readonly placement: Placement;
  readonly arrival: Arrival;
}

/** Answers that a smaller transaction may not get. */
const TOO_MUCH: ReadonlySet<number> = new Set([400, 413, 422]);
/** One of them, perhaps, is there already, or another client was just making it. */
const CONFLICT: ReadonlySet<number> = new Set([409, 412]);

/**
 * All in one transaction, or in several where the server does not take so many at a time: what was refused is tried in
 * halves, and the size that was taken is kept to. A resource that is refused alone is refused.
 */
export function inTransactions(writing: Writing): WriteBatch {
  let largest = Number.POSITIVE_INFINITY;
  return async function write(lines) {
    for (let from = 0; from < lines.length; ) {
      const part = lines.slice(from, from + largest);
      const outcome = await transaction(writing, part);
      if (outcome === 'too much') {
        largest = Math.min(largest, Math.ceil(part.length / 2));
        continue;
      }
      if (outcome === 'conflict') {
        const half = Math.ceil(part.length / 2);
        await write(part.slice(0, half));
        await write(part.slice(half));
      }
      from += part.length;
    }
  };
}

/** What became of several; of one alone, it is either taken or a {@link SeedError}. */
async function transaction(
  { client, placement, arrival }: Writing,
  lines: readonly string[],
): Promise<'taken' | 'too much' | 'conflict'> {
  const placed = lines.map((line) => placement.place(line));
  const entries = placed.map(({ method, url, ifNoneExist, body }) => {
    const request = JSON.stringify({ method, url, ifNoneExist });
    return `{"resource":${body},"request":${request}}`;
  });
  const bundle = `{"resourceType":"Bundle","type":"transaction","entry":[${entries.join(',')}]}`;
  const answer = await client.request('POST', '', bundle);
  if (answer.status >= 300) {
    const [only = ''] = lines;
    if (lines.length > 1) {
      if (TOO_MUCH.has(answer.status)) return 'too much';
      if (CONFLICT.has(answer.status)) return 'conflict';
      throw refusal('en transaktion', `${answer.status}`, answer.body);
    }
    await arrival.of(only, { status: `${answer.status}`, outcome: answer.body });
    return 'taken';
  }
  if (answer.body === undefined) {
    for (const line of lines) await arrival.of(line, { status: `${answer.status}` });
    return 'taken';
  }
  const told = (answer.body as { readonly entry?: readonly Told[] } | undefined)?.entry ?? [];
  if (told.length !== lines.length) {
    throw new SeedError(
      `Systemet svarade för ${told.length} av ${lines.length} resurser i en transaktion; kör samma kommando igen.`,
    );
  }
  for (const [n, { response, resource }] of told.entries()) {
    const { status = '?', location, outcome } = response ?? {};
    await arrival.of(lines[n] ?? '', { status: `${status}`, location, resource, outcome });
  }
  return 'taken';
}

/** What a transaction's answer says of one entry; some servers give the status as a number. */
interface Told {
  readonly response?: {
    readonly status?: string | number;
    readonly location?: string;
    readonly outcome?: unknown;
  };
  readonly resource?: unknown;
}

/** One after another, for servers without transactions. */
export const oneByOne =
  ({ client, placement, arrival }: Writing): WriteBatch =>
  async (lines) => {
    for (const line of lines) {
      const { status, headers, body } = await send(client, placement.place(line));
      await arrival.of(line, {
        status: `${status}`,
        location: headers?.location,
        resource: body,
        outcome: body,
      });
    }
  };
