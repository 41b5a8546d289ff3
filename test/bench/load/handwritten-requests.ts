import type { ReplayedExchange } from './replay-server.ts';

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
}

/** What was sent, as somebody would write it down by hand, with what should come back. */
export function handwrittenRequests(
  exchanges: readonly ReplayedExchange[],
  origin: string,
): HandwrittenRequest[] {
  return exchanges.map(({ method, path, headers, body, at, answer }) => {
    const found = method === 'GET' ? resourcesIn(answer.body) : [];
    const patient = found.map(patientOf).find((each) => each !== undefined);
    return {
      ...{ method, url: `${origin}${path}`, headers, at },
      ...(body === '' ? {} : { body: headers['content-type']?.includes('json') ? JSON.parse(body) : body }),
      name: `${method} ${path.split('?')[0]?.split('/').slice(0, 3).join('/')}`,
      ...(patient === undefined ? {} : { patient }),
      resources: found.length,
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
