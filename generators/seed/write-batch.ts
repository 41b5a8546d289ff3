import type { Placed, Placement } from './placement.ts';
import { type SeedClient, SeedError, type SeedResponse } from './seed-client.ts';

/** Answers that mean: not now. */
const LATER: ReadonlySet<number> = new Set([429, 503]);
const ATTEMPTS = 6;
const FIRST_PAUSE = 500;

/** Writes resources, so that writing them twice makes no second. */
export type WriteBatch = (
  client: SeedClient,
  placement: Placement,
  lines: readonly string[],
) => Promise<void>;

/**
 * All in one transaction, or in several where the server does not take so many at a time: what was refused is tried in
 * halves, and the size that was taken is kept to. A resource that is refused alone is refused.
 */
export function inTransactions(): WriteBatch {
  let largest = Number.POSITIVE_INFINITY;
  return async function write(client, placement, lines) {
    for (let from = 0; from < lines.length; ) {
      const part = lines.slice(from, from + largest);
      if (await isTaken(client, placement, part)) from += part.length;
      else largest = Math.min(largest, Math.ceil(part.length / 2));
    }
  };
}

/** Answers that a smaller transaction may not get. */
const TOO_MUCH: ReadonlySet<number> = new Set([400, 413, 422]);

/** False where the server refused the whole of several. */
async function isTaken(client: SeedClient, placement: Placement, lines: readonly string[]): Promise<boolean> {
  const placed = lines.map((line) => placement.place(line));
  const entries = placed.map(({ method, url, ifNoneExist, body }) => {
    const request = JSON.stringify({ method, url, ifNoneExist });
    return `{"resource":${body},"request":${request}}`;
  });
  const bundle = `{"resourceType":"Bundle","type":"transaction","entry":[${entries.join(',')}]}`;
  const response = await patiently(client, { method: 'POST', url: '', body: bundle });
  if (placed.length > 1 && TOO_MUCH.has(response.status)) return false;
  accepted(response, placed.length === 1 ? (placed[0]?.name ?? '?') : 'en transaktion');
  const answers = (response.body as { readonly entry?: readonly Answer[] } | undefined)?.entry ?? [];
  if (answers.length !== placed.length) {
    throw new SeedError(
      `Systemet svarade för ${answers.length} av ${placed.length} resurser i en transaktion; kör samma kommando igen.`,
    );
  }
  answers.forEach(({ response: answer, resource }, n) => {
    const { name } = placed[n] ?? { name: '?' };
    if (!answer?.status.startsWith('2')) throw refusal(name, answer?.status ?? '?', answer?.outcome);
    learn(placement, name, answer.location, resource);
  });
  return true;
}

interface Answer {
  readonly response?: { readonly status: string; readonly location?: string; readonly outcome?: unknown };
  readonly resource?: unknown;
}

/** One after another, for servers without transactions. */
export const oneByOne: WriteBatch = async (client, placement, lines) => {
  for (const line of lines) {
    const placed = placement.place(line);
    const response = await patiently(client, placed);
    accepted(response, placed.name);
    learn(placement, placed.name, response.headers?.location, response.body);
  }
};

/** The id the server gave: in the resource it sends back, else in the location. */
function learn(placement: Placement, name: string, location: string | undefined, resource: unknown): void {
  if (!placement.isServers) return;
  const type = name.slice(0, name.indexOf('/'));
  const sent = resource as { readonly resourceType?: string; readonly id?: string } | undefined;
  const id =
    sent?.resourceType === type ? sent.id : location?.match(new RegExp(`${type}/([A-Za-z0-9.-]{1,64})`))?.[1];
  if (id === undefined) throw new SeedError(`Systemet säger inte vilket id det gav ${name}.`);
  placement.learn(name, id);
}

/** Asks again, later each time, when the server says that it has too much to do. */
async function patiently(client: SeedClient, placed: Omit<Placed, 'name'>): Promise<SeedResponse> {
  const { method, url, ifNoneExist, body } = placed;
  const headers: Record<string, string> = ifNoneExist === undefined ? {} : { 'if-none-exist': ifNoneExist };
  for (let attempt = 1; ; attempt++) {
    const response = await client.request(method, url, body, headers);
    if (!LATER.has(response.status) || attempt === ATTEMPTS) return response;
    await client.pause(FIRST_PAUSE * 2 ** (attempt - 1));
  }
}

function accepted({ status, body }: SeedResponse, name: string): void {
  if (status >= 300) throw refusal(name, `${status}`, body);
}

interface Outcome {
  readonly issue?: readonly {
    readonly details?: { readonly text?: string };
    readonly diagnostics?: string;
  }[];
}

function refusal(name: string, status: string, outcome: unknown): SeedError {
  const issue = (outcome as Outcome | undefined)?.issue?.[0];
  const reason = issue?.details?.text ?? issue?.diagnostics ?? 'utan att säga varför';
  return new SeedError(`Systemet tog inte emot ${name} (${status}): ${reason}`);
}
