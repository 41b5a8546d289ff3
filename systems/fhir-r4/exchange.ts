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

const READING = {
  accept: 'application/fhir+json',
  // Some servers answer a repeated search from memory; what was true a minute ago is not what staff see now.
  'cache-control': 'no-cache',
} as const;
const WRITING = { ...READING, 'content-type': 'application/fhir+json; charset=utf-8' } as const;
const NOBODY: Readonly<Record<string, string>> = {};

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

  return async (account, { method, address, headers, body, name }) => {
    const elsewhere = originOf(address);
    if (elsewhere !== undefined && elsewhere !== ownOrigin) {
      throw new SystemError(
        'wrong-answer',
        `Systemet hänvisar till en annan värd (${elsewhere}) än sin egen; dit skickas inget.`,
      );
    }
    const url = absolute(address, base);
    const usual = body === undefined ? READING : WRITING;
    const send = (authorization: Readonly<Record<string, string>>) =>
      transport.request({
        method,
        url,
        headers: Object.assign({}, usual, headers, authorization),
        body,
        timeout,
        name,
      });

    if (account === undefined) return send(NOBODY);
    // Under load each wait costs, and the token is nearly always at hand.
    const response = await send(signIn.atHand(account) ?? (await signIn.headers(account)));
    if (response.status !== 401) return response;
    const again = signIn.renew(account) ? await send(await signIn.headers(account)) : response;
    if (again.status !== 401) return again;
    throw new SystemError('sign-in', `Systemet godtar inte inloggningen (401 på ${name}).`);
  };
}
