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

/** All in one transaction. */
export const inTransaction: WriteBatch = async (client, placement, lines) => {
  const placed = lines.map((line) => placement.place(line));
  const entries = placed.map(({ method, url, ifNoneExist, body }) => {
    const request = JSON.stringify({ method, url, ifNoneExist });
    return `{"resource":${body},"request":${request}}`;
  });
  const bundle = `{"resourceType":"Bundle","type":"transaction","entry":[${entries.join(',')}]}`;
  const response = await patiently(client, { name: 'en transaktion', method: 'POST', url: '', body: bundle });
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
};

interface Answer {
  readonly response?: { readonly status: string; readonly location?: string; readonly outcome?: unknown };
  readonly resource?: unknown;
}

/** One after another, for servers without transactions. */
export const oneByOne: WriteBatch = async (client, placement, lines) => {
  for (const line of lines) {
    const placed = placement.place(line);
    const { headers, body } = await patiently(client, placed);
    learn(placement, placed.name, headers?.location, body);
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
async function patiently(client: SeedClient, placed: Placed): Promise<SeedResponse> {
  const { name, method, url, ifNoneExist, body } = placed;
  const headers: Record<string, string> = ifNoneExist === undefined ? {} : { 'if-none-exist': ifNoneExist };
  for (let attempt = 1; ; attempt++) {
    const response = await client.request(method, url, body, headers);
    if (response.status < 300) return response;
    if (!LATER.has(response.status) || attempt === ATTEMPTS)
      throw refusal(name, `${response.status}`, response.body);
    await client.pause(FIRST_PAUSE * 2 ** (attempt - 1));
  }
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
