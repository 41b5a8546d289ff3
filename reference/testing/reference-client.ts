import type { OperationOutcome, Resource } from '@medplum/fhirtypes';
import { request } from 'undici';
import { type RunningReference, startReference } from '../server.ts';
import { WORD_FILES } from './words.ts';

/** A running environment for tests, with people who can be signed in. */
export interface TestReference extends RunningReference {
  /** @param scope what the token is asked for; all that the person may when absent */
  as(userName: string, scope?: string): Promise<TestPerson>;
}

export interface TestAnswer<T = Resource> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly body: T;
}

/** Somebody signed in: FHIR requests relative to the base address. */
export interface TestPerson {
  readonly token: string;
  get<T = Resource>(path: string): Promise<TestAnswer<T>>;
  post<T = Resource>(path: string, body?: object, headers?: Record<string, string>): Promise<TestAnswer<T>>;
  put<T = Resource>(path: string, body: object, headers?: Record<string, string>): Promise<TestAnswer<T>>;
  patch<T = Resource>(path: string, body: object): Promise<TestAnswer<T>>;
  remove<T = Resource>(path: string): Promise<TestAnswer<T>>;
}

export const PASSWORD = 'hemligt för test';

export async function startTestReference(faults: readonly string[] = []): Promise<TestReference> {
  const problems: unknown[] = [];
  const reference = await startReference({
    port: 0,
    faults,
    words: WORD_FILES,
    password: PASSWORD,
    now: Date.now,
    report: (problem) => problems.push(problem),
    version: '0.0.0-test',
  });
  return {
    ...reference,
    as: async (userName, scope) => personWith(reference.fhir, await tokenOf(reference, userName, scope)),
  };
}

/** Asks the token endpoint; the whole answer. */
export async function askToken(
  tokenEndpoint: string,
  form: Record<string, string>,
): Promise<TestAnswer<Record<string, unknown>>> {
  return answerOf(
    await request(tokenEndpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ client_id: 'genrep-robot', ...form }).toString(),
    }),
  );
}

/** The sentence for people in an answer that is a refusal. */
export const refusalIn = ({ body }: TestAnswer<unknown>): string | undefined =>
  (body as OperationOutcome).issue?.[0]?.details?.text;

async function tokenOf(
  { tokenEndpoint, password }: RunningReference,
  username: string,
  scope?: string,
): Promise<string> {
  const asked = { grant_type: 'password', username, password, ...(scope === undefined ? {} : { scope }) };
  const { body, text } = await askToken(tokenEndpoint, asked);
  if (typeof body.access_token !== 'string') throw new Error(`${username} could not sign in: ${text}`);
  return body.access_token;
}

function personWith(base: string, token: string): TestPerson {
  const send = async <T>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<TestAnswer<T>> =>
    answerOf<T>(
      await request(`${base}/${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/fhir+json', ...headers },
        body: body === undefined ? null : JSON.stringify(body),
      }),
    );
  return {
    token,
    get: (path) => send('GET', path),
    post: (path, body, headers) => send('POST', path, body, headers),
    put: (path, body, headers) => send('PUT', path, body, headers),
    patch: (path, body) => send('PATCH', path, body, { 'content-type': 'application/json-patch+json' }),
    remove: (path) => send('DELETE', path),
  };
}

async function answerOf<T>(response: Awaited<ReturnType<typeof request>>): Promise<TestAnswer<T>> {
  const text = await response.body.text();
  const isJson = String(response.headers['content-type']).includes('json') && text !== '';
  return {
    status: response.statusCode,
    headers: response.headers,
    text,
    body: isJson ? JSON.parse(text) : undefined,
  } as TestAnswer<T>;
}
