import type { Milliseconds } from '../../domain/time.ts';

/** One request on its way out. Everything here is plain text, so that any HTTP client can carry it. */
export interface TransportRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Absolute, with everything encoded. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The longest to wait for the whole answer. */
  readonly timeout: Milliseconds;
  /** The same for all requests of one kind ('GET ServiceRequest/:id'), for whoever keeps figures. */
  readonly name: string;
  /** Whose certificate the connection is made with, where the system knows people by theirs. */
  readonly identity?: string | undefined;
}

/** One answer, read to its end. */
export interface TransportResponse {
  readonly status: number;
  /** A header by its name in lower case; undefined when it did not come. */
  header(name: string): string | undefined;
  text(): string;
  /** Throws what `JSON.parse` throws. */
  json(): unknown;
  /** One value out of a JSON body without making all of it: 'access_token', 'entry.0.resource.id'. */
  pick(path: string): unknown;
}

/** What stands at a path of a JSON value: 'entry.0.resource.id'; undefined when nothing does. */
export const valueAt = (path: string, json: unknown): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
      json,
    );

/**
 * What carries requests: undici in Node, k6's own client under load. Follows no redirects, keeps no cookies and tries
 * nothing twice. `request` throws a SystemError: `unreachable` when nothing can have arrived, `timeout` when nothing came
 * back, `broken-answer` when the answer broke off.
 */
export interface Transport {
  request(request: TransportRequest): Promise<TransportResponse>;
  close(): Promise<void>;
}
