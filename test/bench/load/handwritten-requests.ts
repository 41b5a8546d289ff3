import { keyOf } from './exchange.ts';
import type { ReplayedExchange } from './replay-server.ts';
import type { StepOfRequest } from './steps-of-requests.ts';

/** One line of work for handwritten.js. */
interface HandwrittenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON that the script makes text of, or the text itself. */
  readonly body?: unknown;
  /** Milliseconds from the beginning. */
  readonly at: number;
  readonly name: string;
  /** Whom the answer is about. */
  readonly patient?: string;
  readonly resources: number;
  /** What was made before and is looked for: its id. */
  readonly soughtFor?: string;
  readonly of?: StepOfRequest;
}

/** What was sent, as somebody would write it down by hand, with the step it is part of and what should come back. */
export function handwrittenRequests(
  exchanges: readonly ReplayedExchange[],
  origin: string,
  steps: ReadonlyMap<string, readonly StepOfRequest[]>,
): HandwrittenRequest[] {
  const times = new Map<string, number>();
  return exchanges.map((exchange) => {
    const { method, path, headers, body, at, answer } = exchange;
    const found = method === 'GET' ? resourcesIn(answer.body) : [];
    const patient = found.map(patientOf).find((each) => each !== undefined);
    const key = keyOf(exchange);
    const time = times.get(key) ?? 0;
    times.set(key, time + 1);
    const of = steps.get(key)?.[time];
    const last = found.at(-1)?.id;
    return {
      ...{ method, url: `${origin}${path}`, headers, at },
      ...(body === '' ? {} : { body: headers['content-type']?.includes('json') ? JSON.parse(body) : body }),
      name: `${method} ${path.split('?')[0]?.split('/').slice(0, 3).join('/')}`,
      ...(patient === undefined ? {} : { patient }),
      resources: found.length,
      ...(of === undefined ? {} : { of }),
      ...(of?.type === 'question' && last !== undefined ? { soughtFor: last } : {}),
    };
  });
}

interface Reference {
  readonly reference?: string;
}

interface Resource {
  readonly resourceType: string;
  readonly id?: string;
  readonly entry?: readonly { readonly resource: Resource }[];
  readonly subject?: Reference;
  readonly patient?: Reference;
  readonly for?: Reference;
}

function resourcesIn(text: string): Resource[] {
  const body: Resource = JSON.parse(text);
  return body.resourceType === 'Bundle' ? (body.entry ?? []).map(({ resource }) => resource) : [body];
}

function patientOf(resource: Resource): string | undefined {
  if (resource.resourceType === 'Patient') return `Patient/${resource.id}`;
  return (resource.subject ?? resource.patient ?? resource.for)?.reference;
}
