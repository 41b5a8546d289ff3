import http, { type RefinedResponse } from 'k6/http';
import { SystemError } from '../../systems/care-system.ts';
import {
  type Transport,
  type TransportRequest,
  type TransportResponse,
  valueAt,
} from '../../systems/fhir-r4/transport.ts';

/** Whoever keeps figures of requests. */
export interface RequestWatch {
  /** Milliseconds from the first byte sent to the last received. */
  request(took: number): void;
  failure(kind: string): void;
}

/**
 * k6's error codes (https://grafana.com/docs/k6/latest/javascript-api/error-codes/) for what happens before a byte has
 * left: name look-up, dialling, TLS, and requests that were never built.
 */
const neverSent = (code: number): boolean =>
  (code >= 1010 && code < 1050) || (code >= 1100 && code < 1220) || (code >= 1300 && code < 1400);

/** Carries requests from k6. Every request has a cookie jar of its own, so that no session reaches another person. */
export function createK6Transport(watch: RequestWatch): Transport {
  return {
    async request(request) {
      const { method, url, body, headers, timeout, name } = request;
      const response = await http.asyncRequest(method, url, body ?? null, {
        headers,
        timeout,
        redirects: 0,
        responseType: 'text',
        tags: { name },
        jar: new http.CookieJar(),
      });
      const { status } = response;
      if (status === 0) {
        const error = errorOf(request, response);
        watch.failure(error.kind);
        throw error;
      }
      watch.request(response.timings.duration);
      if (status >= 500) watch.failure('broken-answer');
      return new K6Response(status, response);
    },
    close: async () => undefined,
  };
}

function errorOf({ url, timeout }: TransportRequest, { error, error_code: code }: RefinedResponse<'text'>) {
  const [, host = url] = /^https?:\/\/([^/?#]+)/.exec(url) ?? [];
  if (code === 1050) return new SystemError('timeout', `${host} gav inget svar inom ${timeout / 1000} s.`);
  return neverSent(code)
    ? new SystemError('unreachable', `Det går inte att nå ${host} (${error}).`)
    : new SystemError('timeout', `Anslutningen till ${host} bröts innan något svar kom (${error}).`);
}

/** 'Content-Type': k6 has headers under the names that Go's net/http gives them. */
function canonical(name: string): string {
  const known = CANONICAL.get(name);
  if (known !== undefined) return known;
  const made = name.replaceAll(/(?:^|-)[a-z]/g, (start) => start.toUpperCase());
  CANONICAL.set(name, made);
  return made;
}

const CANONICAL = new Map<string, string>();

/** Read by Go, which takes half of the time that the script's own JSON.parse does; what Go will not read is left to that. */
function jsonIn(response: RefinedResponse<'text'>): unknown {
  try {
    return response.json();
  } catch {
    return JSON.parse(unmarked(response.body ?? ''));
  }
}

/** Some systems begin a text with a byte order mark, which is none of it (RFC 8259, 8.1). */
const unmarked = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text);

/** Each look at one of k6's own fields crosses from the script to Go, so none is looked at in vain. */
class K6Response implements TransportResponse {
  readonly status: number;
  readonly #response: RefinedResponse<'text'>;

  constructor(status: number, response: RefinedResponse<'text'>) {
    this.status = status;
    this.#response = response;
  }

  header(name: string): string | undefined {
    return this.#response.headers[canonical(name)];
  }

  text(): string {
    return unmarked(this.#response.body ?? '');
  }

  json(): unknown {
    return jsonIn(this.#response);
  }

  pick(path: string): unknown {
    try {
      return this.#response.json(path) ?? undefined;
    } catch {
      return valueAt(path, this.json());
    }
  }
}
