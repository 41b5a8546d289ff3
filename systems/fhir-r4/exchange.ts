import type { Milliseconds } from '../../domain/time.ts';
import { SystemError } from '../care-system.ts';
import type { Account } from '../driver/account.ts';
import type { SignIn } from './sign-in.ts';
import type { Transport, TransportRequest, TransportResponse } from './transport.ts';
import { absolute, originOf } from './url.ts';

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

  return async (account, { method, address, headers, body, name }) => {
    const url = absolute(address, base);
    if (originOf(url) !== originOf(base)) {
      throw new SystemError(
        'wrong-answer',
        `Systemet hänvisar till en annan värd (${originOf(url)}) än sin egen; dit skickas inget.`,
      );
    }
    const send = async () =>
      transport.request({
        method,
        url,
        headers: {
          accept: 'application/fhir+json',
          // Some servers answer a repeated search from memory; what was true a minute ago is not what staff see now.
          'cache-control': 'no-cache',
          ...(body === undefined ? {} : { 'content-type': 'application/fhir+json; charset=utf-8' }),
          ...headers,
          ...(account === undefined ? {} : await signIn.headers(account)),
        },
        body,
        timeout,
        name,
      });

    const response = await send();
    if (response.status !== 401 || account === undefined) return response;
    const again = signIn.renew(account) ? await send() : response;
    if (again.status !== 401) return again;
    throw new SystemError('sign-in', `Systemet godtar inte inloggningen (401 på ${name}).`);
  };
}
