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

/** What the other side of a TLS connection says of a client certificate, or of the lack of one. */
const CERTIFICATE_REFUSED = /^ERR_SSL_.*ALERT_(.*CERTIFICATE|UNKNOWN_CA|ACCESS_DENIED|HANDSHAKE_FAILURE)/;

/** Some systems pack what nobody asked them to pack. */
const UNPACKING: Readonly<Record<string, (packed: ArrayBuffer) => Uint8Array>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

/** A client certificate in PEM, and whom its connections trust. */
export interface ClientIdentity {
  readonly cert: string;
  readonly key: string;
  /** Instead of those whom Node trusts. */
  readonly ca?: readonly string[] | undefined;
}

/**
 * Carries requests from Node, with at most `connections` open to each host.
 * @param options.identities who connects with a certificate, by the name that requests have in `identity`; no connection
 * is shared by two of them
 */
export function createUndiciTransport(
  options: { readonly connections?: number; readonly identities?: ReadonlyMap<string, ClientIdentity> } = {},
): Transport {
  const { connections = 64, identities = new Map<string, ClientIdentity>() } = options;
  const nobody = new Agent({ connections, ...trusting(identities) });
  const agents = new Map(
    [...identities].map(([name, { cert, key, ca }]) => [
      name,
      new Agent({ connections, connect: { cert, key, ...(ca === undefined ? {} : { ca: [...ca] }) } }),
    ]),
  );
  return {
    async request(request) {
      const signal = AbortSignal.timeout(request.timeout);
      const agent = request.identity === undefined ? undefined : agents.get(request.identity);
      const response = await begin(request, agent ?? nobody, signal);
      return answerOf(response, await readToEnd(request, response));
    },
    close: async () => {
      await Promise.all([nobody, ...agents.values()].map((agent) => agent.close()));
    },
  };
}

/** Whoever asks without a certificate trusts whom the others trust. */
function trusting(identities: ReadonlyMap<string, ClientIdentity>): Agent.Options {
  const [ca] = [...identities.values()].flatMap(({ ca }) => (ca === undefined ? [] : [ca]));
  return ca === undefined ? {} : { connect: { ca: [...ca] } };
}

async function begin(
  { method, url, headers, body, timeout, identity }: TransportRequest,
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
    if (CERTIFICATE_REFUSED.test(code)) {
      const whose = identity === undefined ? 'utan certifikat' : `certifikatet för ${identity}`;
      throw new SystemError(
        'sign-in',
        `${hostOf(url)} tar inte emot ${whose} (${code}); kontrollera signIn.certificates i systemprofilen.`,
        { cause },
      );
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
