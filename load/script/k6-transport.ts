import http, { type RefinedResponse } from 'k6/http';
import { SystemError } from '../../systems/care-system.ts';
import type { Transport, TransportRequest, TransportResponse } from '../../systems/fhir-r4/transport.ts';

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
      if (response.status === 0) {
        const error = errorOf(request, response);
        watch.failure(error.kind);
        throw error;
      }
      watch.request(response.timings.duration);
      if (response.status >= 500) watch.failure('broken-answer');
      return answerOf(response);
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

/** Read by Go, which takes half of the time that the script's own JSON.parse does; what is no JSON is left to that. */
function jsonIn(response: RefinedResponse<'text'>): unknown {
  try {
    return response.json();
  } catch {
    return JSON.parse(response.body ?? '');
  }
}

const answerOf = (response: RefinedResponse<'text'>): TransportResponse => ({
  status: response.status,
  header: (name) => response.headers[canonical(name)],
  text: () => response.body ?? '',
  json: () => jsonIn(response),
  pick: (path) => response.json(path) ?? undefined,
});
