import type { Milliseconds } from '../../domain/time.ts';
import { SystemError } from '../care-system.ts';
import type { Account } from '../driver/account.ts';
import type { SignIn } from './sign-in.ts';
import type { Transport, TransportRequest, TransportResponse } from './transport.ts';
import { absolute, isRelative, isWithin, originOf } from './url.ts';
import { asksToWait, type Waiting, type Waits } from './waiting.ts';

export interface ExchangeRequest {
  readonly method: TransportRequest['method'];
  /** Relative to the FHIR base ('Patient/17'), or an absolute address that the system itself gave. */
  readonly address: string;
  /** Beside those that every request has. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly name: string;
}

/** Sends one request as one account, or as nobody, and gives back whatever answer came; a busy system is waited for. */
export type Exchange = (
  account: Account | undefined,
  request: ExchangeRequest,
  step?: Waiting,
) => Promise<TransportResponse>;

/**
 * Requests to one FHIR server and to no other host: an address elsewhere is refused, as the token would go with it; one
 * under another name of the system is asked for at its base. A 401 means that the token is no longer good; another is
 * fetched, once.
 */
export function createExchange(options: {
  readonly base: string;
  /** Other base addresses by which the system calls itself. */
  readonly alsoKnownAs?: readonly string[];
  readonly transport: Transport;
  readonly signIn: SignIn;
  readonly timeout: Milliseconds;
  /** Waits for a system that is busy; without, its answer is given back as any other. */
  readonly waits?: Waits | undefined;
}): Exchange {
  const { transport, signIn, timeout, waits } = options;
  const [base = '', ...names] = [options.base, ...(options.alsoKnownAs ?? [])].map((each) =>
    each.replace(/\/+$/, ''),
  );
  const ownOrigin = originOf(base);

  function urlOf(address: string): string {
    if (isRelative(address)) return `${base}/${address}`;
    const url = absolute(address, base);
    const name = names.find((each) => isWithin(url, each));
    if (name !== undefined) return `${base}${url.slice(name.length)}`;
    const origin = originOf(url);
    if (origin === ownOrigin) return url;
    throw new SystemError(
      'wrong-answer',
      `Systemet hänvisar till en annan värd (${origin}) än sin egen; dit skickas inget. Är det samma system, så skriv ` +
        'den basadressen under alsoKnownAs i systemprofilen.',
    );
  }

  const send = (
    request: ExchangeRequest,
    authorization: string,
    identity?: Account,
  ): Promise<TransportResponse> =>
    transport.request({
      method: request.method,
      url: urlOf(request.address),
      headers: headersOf(request, authorization),
      body: request.body,
      timeout,
      name: request.name,
      identity,
    });

  /** What is answered when the token is no longer good is asked for again with another. */
  async function admitted(
    response: TransportResponse,
    account: Account | undefined,
    request: ExchangeRequest,
  ): Promise<TransportResponse> {
    if (response.status !== 401 || account === undefined) return response;
    const again = signIn.renew(account)
      ? await send(request, await signIn.authorization(account), account)
      : response;
    if (again.status !== 401) return again;
    throw new SystemError(
      'sign-in',
      `Systemet godtar inte inloggningen (401 på ${request.name}); ${signIn.advice}.`,
    );
  }

  const exchange: Exchange = async (account, request, step) => {
    // Under load each wait costs: the token is nearly always at hand, and nearly all answers are a yes.
    const authorization =
      account === undefined ? '' : (signIn.atHand(account) ?? (await signIn.authorization(account)));
    const first = await send(request, authorization, account);
    if (first.status < 400) return first;
    const response = await admitted(first, account, request);
    if (waits === undefined || !asksToWait(response)) return response;
    return waits.out(response, () => once(account, request), timeout, step);
  };

  /** As an exchange, but a busy system's answer is given back as any other. */
  async function once(account: Account | undefined, request: ExchangeRequest): Promise<TransportResponse> {
    const authorization = account === undefined ? '' : await signIn.authorization(account);
    return admitted(await send(request, authorization, account), account, request);
  }

  return exchange;
}

/** @param authorization empty where nobody is signed in */
function headersOf(request: ExchangeRequest, authorization: string): Record<string, string> {
  const headers: Record<string, string> = {
    accept: 'application/fhir+json',
    // Some servers answer a repeated search from memory; what was true a minute ago is not what staff see now.
    'cache-control': 'no-cache',
  };
  if (authorization !== '') headers.authorization = authorization;
  if (request.body !== undefined) {
    headers['content-type'] = 'application/fhir+json; charset=utf-8';
    // What was written is asked for by the flow's questions; an answer without the resource costs less to read.
    headers.prefer = 'return=minimal';
  }
  return request.headers === undefined ? headers : Object.assign(headers, request.headers);
}
