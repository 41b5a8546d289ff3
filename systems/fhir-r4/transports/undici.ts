import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { Agent, type Dispatcher, errors, request as send } from 'undici';
import { SystemError } from '../../care-system.ts';
import { type Transport, type TransportRequest, type TransportResponse, valueAt } from '../transport.ts';

/** What these codes stand for happens before a single byte of the request has left. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** Some systems pack what nobody asked them to pack. */
const UNPACKING: Readonly<Record<string, (packed: ArrayBuffer) => Uint8Array>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

/** Carries requests from Node, with at most `connections` open to each host. */
export function createUndiciTransport(options: { readonly connections?: number } = {}): Transport {
  const agent = new Agent({ connections: options.connections ?? 64 });
  return {
    async request(request) {
      const signal = AbortSignal.timeout(request.timeout);
      const response = await begin(request, agent, signal);
      return answerOf(response, await readToEnd(request, response));
    },
    close: () => agent.close(),
  };
}

async function begin(
  { method, url, headers, body, timeout }: TransportRequest,
  dispatcher: Dispatcher,
  signal: AbortSignal,
): Promise<Dispatcher.ResponseData> {
  try {
    return await send(url, {
      method,
      headers,
      body,
      dispatcher,
      signal,
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  } catch (cause) {
    if (isTimeout(cause)) throw noAnswerWithin(timeout, url, cause);
    const code = codeOf(cause);
    if (NEVER_SENT.has(code)) {
      throw new SystemError('unreachable', `Det går inte att nå ${hostOf(url)} (${code}).`, { cause });
    }
    throw new SystemError(
      'timeout',
      `Anslutningen till ${hostOf(url)} bröts innan något svar kom (${code}).`,
      { cause },
    );
  }
}

async function readToEnd(
  { url, timeout }: TransportRequest,
  { body, headers }: Dispatcher.ResponseData,
): Promise<string> {
  const unpack = UNPACKING[String(headers['content-encoding'])];
  try {
    return unpack === undefined
      ? await body.text()
      : new TextDecoder().decode(unpack(await body.arrayBuffer()));
  } catch (cause) {
    if (isTimeout(cause)) throw noAnswerWithin(timeout, url, cause);
    throw new SystemError(
      'broken-answer',
      `Svaret från ${hostOf(url)} bröts mitt i (${codeOf(cause)}); bara en del av det kom fram.`,
      { cause },
    );
  }
}

function answerOf({ statusCode, headers }: Dispatcher.ResponseData, body: string): TransportResponse {
  return {
    status: statusCode,
    header(name) {
      const value = headers[name];
      return value === undefined ? undefined : [value].flat().join(', ');
    },
    text: () => body,
    json: () => JSON.parse(body),
    pick: (path) => valueAt(path, JSON.parse(body)),
  };
}

const isTimeout = (cause: unknown): boolean => cause instanceof Error && cause.name === 'TimeoutError';

const noAnswerWithin = (timeout: number, url: string, cause: unknown): SystemError =>
  new SystemError('timeout', `${hostOf(url)} gav inget svar inom ${timeout / 1000} s.`, { cause });

const hostOf = (url: string): string => new URL(url).host;

function codeOf(cause: unknown): string {
  if (cause instanceof AggregateError) return codeOf(cause.errors[0]);
  if (cause instanceof errors.UndiciError) return cause.code;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return cause instanceof Error ? cause.name : 'okänt fel';
}
