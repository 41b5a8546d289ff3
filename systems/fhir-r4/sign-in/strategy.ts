import type { Milliseconds } from '../../../domain/time.ts';
import type { Account } from '../../driver/account.ts';
import type { Transport, TransportResponse } from '../transport.ts';
import { type Query, queryOf } from '../url.ts';

/** One way to ask for a token; keeping and renewing it is common to all. */
export interface SignInStrategy {
  /** The token endpoint's answer, whatever it is. */
  ask(account: Account): Promise<TransportResponse>;
  /** Keys of the profile's `signIn` that say who is signing in, for when the answer is no. */
  keys(account: Account): readonly string[];
  /** All who sign in, where that is known beforehand: they can be asked before the run what they may. */
  readonly accounts?: readonly Account[];
}

/** What strategies ask with. */
export interface TokenAsking {
  readonly transport: Transport;
  readonly timeout: Milliseconds;
}

/** A form to a token endpoint; what is undefined is not sent. */
export function askForToken(
  { transport, timeout }: TokenAsking,
  tokenEndpoint: string,
  form: Readonly<Record<string, string | undefined>>,
  { authorization, identity }: { readonly authorization?: string; readonly identity?: string } = {},
): Promise<TransportResponse> {
  const said = Object.entries(form).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const query: Query = Object.fromEntries(said);
  return transport.request({
    method: 'POST',
    url: tokenEndpoint,
    headers: {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      ...(authorization === undefined ? {} : { authorization }),
    },
    body: queryOf(query),
    timeout,
    name: 'POST token',
    ...(identity === undefined ? {} : { identity }),
  });
}
