import { type Milliseconds, SECOND } from '../../domain/time.ts';
import { SystemError } from '../care-system.ts';
import type { Account } from '../driver/account.ts';
import type { SystemProfile } from '../profile.ts';
import type { Transport, TransportResponse } from './transport.ts';
import { queryOf } from './url.ts';

/** A token is renewed this long before it runs out, so that it is not refused on its way. */
const MARGIN: Milliseconds = 30 * SECOND;

/** Where authorization comes from; one token an account, fetched when first needed. */
export interface SignIn {
  /** The Authorization header that says who is asking, empty where nobody signs in. */
  authorization(account: Account): Promise<string>;
  /** The same where it is at hand, with nothing to wait for. */
  atHand(account: Account): string | undefined;
  /** The token was not accepted: the next `authorization` fetches another. False where there is none to fetch. */
  renew(account: Account): boolean;
  /** The tokens that are in use; what must be taken out of all that is written down. */
  inUse(): Promise<readonly string[]>;
}

interface Token {
  readonly value: string;
  readonly authorization: string;
  /** Epoch milliseconds. */
  readonly renewAt: number;
}

const NOBODY: SignIn = {
  authorization: async () => '',
  atHand: () => '',
  renew: () => false,
  inUse: async () => [],
};

export function createSignIn(
  signIn: SystemProfile['signIn'],
  transport: Transport,
  now: () => number,
  timeout: Milliseconds,
): SignIn {
  if (signIn.method === 'none') return NOBODY;
  const { tokenEndpoint, clientId, password } = signIn;
  const tokens = new Map<Account, Promise<Token>>();
  /** Those of them that have come. */
  const come = new Map<Account, Token>();

  async function fetchToken(account: Account): Promise<Token> {
    const response = await transport.request({
      method: 'POST',
      url: tokenEndpoint,
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      body: queryOf({
        grant_type: 'password',
        client_id: clientId,
        username: account,
        password,
      }),
      timeout,
      name: 'POST token',
    });
    return tokenIn(response, account, now());
  }

  function tokenOf(account: Account): Promise<Token> {
    const fetched = fetchToken(account);
    tokens.set(account, fetched);
    fetched.then(
      (token) => {
        if (tokens.get(account) === fetched) come.set(account, token);
      },
      () => {
        if (tokens.get(account) === fetched) tokens.delete(account);
      },
    );
    return fetched;
  }

  return {
    async authorization(account) {
      const known = tokens.get(account);
      const token = await (known ?? tokenOf(account));
      if (token.renewAt > now()) return token.authorization;
      // Somebody else may have begun to renew it while this one waited.
      const current = tokens.get(account);
      const renewed = await (current === undefined || current === known ? tokenOf(account) : current);
      return renewed.authorization;
    },
    atHand(account) {
      const token = come.get(account);
      return token !== undefined && token.renewAt > now() ? token.authorization : undefined;
    },
    renew(account) {
      come.delete(account);
      tokens.delete(account);
      return true;
    },
    async inUse() {
      const settled = await Promise.allSettled(tokens.values());
      return settled.flatMap((token) => (token.status === 'fulfilled' ? [token.value.value] : []));
    },
  };
}

function tokenIn(response: TransportResponse, account: Account, now: number): Token {
  const failed = (came: string) => new SystemError('sign-in', `${account} kunde inte logga in: ${came}.`);
  let value: unknown;
  let lifetime: unknown;
  try {
    value = response.pick('access_token');
    lifetime = response.pick('expires_in');
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw failed(`systemet svarade ${response.status} med något annat än ett inloggningssvar`);
  }
  if (response.status !== 200) {
    // `error` is one of OAuth's few words; the description might repeat what was sent.
    const word = response.pick('error');
    throw failed(
      typeof word === 'string'
        ? `systemet svarade ${response.status}, ${word}`
        : `systemet svarade ${response.status}`,
    );
  }
  if (typeof value !== 'string') throw failed('svaret saknar access_token');
  const seconds = typeof lifetime === 'number' ? lifetime : 300;
  return {
    value,
    authorization: `Bearer ${value}`,
    renewAt: now + Math.max(seconds * SECOND - MARGIN, (seconds * SECOND) / 2),
  };
}
