import type { Milliseconds } from '../../domain/time.ts';
import { SystemError } from '../care-system.ts';
import type { Account } from '../driver/account.ts';
import type { SignIn } from './sign-in.ts';
import type { Transport, TransportRequest, TransportResponse } from './transport.ts';
import { absolute, isRelative, originOf } from './url.ts';

export interface ExchangeRequest {
  readonly method: TransportRequest['method'];
  /** Relative to the FHIR base ('Patient/17'), or an absolute address that the system itself gave. */
  readonly address: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly name: string;
}

/** Sends one request as one account, or as nobody, and gives back whatever answer came. */
export type Exchange = (account: Account | undefined, request: ExchangeRequest) => Promise<TransportResponse>;

const READING = {
  accept: 'application/fhir+json',
  // Some servers answer a repeated search from memory; what was true a minute ago is not what staff see now.
  'cache-control': 'no-cache',
} as const;
const WRITING = {
  ...READING,
  'content-type': 'application/fhir+json; charset=utf-8',
  // What was written is asked for by the flow's questions; an answer without the resource costs less to read.
  prefer: 'return=minimal',
} as const;

type Headers = Readonly<Record<string, string>>;

/**
 * Requests to one FHIR server and to no other host: an address elsewhere is refused, as the token would go with it. A
 * 401 means that the token is no longer good; another is fetched, once.
 */
export function createExchange(options: {
  readonly base: string;
  readonly transport: Transport;
  readonly signIn: SignIn;
  readonly timeout: Milliseconds;
}): Exchange {
  const { transport, signIn, timeout } = options;
  const base = options.base.replace(/\/+$/, '');
  const ownOrigin = originOf(base);
  const reading = addedTo(READING);
  const writing = addedTo(WRITING);

  function urlOf(address: string): string {
    if (isRelative(address)) return `${base}/${address}`;
    const url = absolute(address, base);
    const origin = originOf(url);
    if (origin === ownOrigin) return url;
    throw new SystemError(
      'wrong-answer',
      `Systemet hänvisar till en annan värd (${origin}) än sin egen; dit skickas inget.`,
    );
  }

  function send(
    { method, address, headers, body, name }: ExchangeRequest,
    authorization: Headers | undefined,
  ): Promise<TransportResponse> {
    const usual = body === undefined ? reading(authorization) : writing(authorization);
    return transport.request({
      method,
      url: urlOf(address),
      headers: headers === undefined ? usual : { ...usual, ...headers },
      body,
      timeout,
      name,
    });
  }

  return async (account, request) => {
    if (account === undefined) return send(request, undefined);
    // Under load each wait costs, and the token is nearly always at hand.
    const response = await send(request, signIn.atHand(account) ?? (await signIn.headers(account)));
    if (response.status !== 401) return response;
    const again = signIn.renew(account) ? await send(request, await signIn.headers(account)) : response;
    if (again.status !== 401) return again;
    throw new SystemError('sign-in', `Systemet godtar inte inloggningen (401 på ${request.name}).`);
  };
}

/** The usual headers with those of a sign-in, put together once for each: under load copying them costs. */
function addedTo(usual: Headers): (authorization: Headers | undefined) => Headers {
  const known = new WeakMap<Headers, Headers>();
  return (authorization) => {
    if (authorization === undefined) return usual;
    const before = known.get(authorization);
    if (before !== undefined) return before;
    const both = { ...usual, ...authorization };
    known.set(authorization, both);
    return both;
  };
}
