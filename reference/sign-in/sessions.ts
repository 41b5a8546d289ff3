import type Provider from 'oidc-provider';
import type { SignedIn } from '../workflow.ts';
import type { Accounts } from './accounts.ts';

/** Who a bearer token stands for; undefined when it is unknown or has expired. */
export type Sessions = (token: string) => Promise<SignedIn | undefined>;

const REMEMBERED = 20_000;

/** Asks the provider once a token, then remembers the person until the token expires. */
export function createSessions(provider: () => Provider, accounts: Accounts, now: () => number): Sessions {
  const known = new Map<string, { readonly person: SignedIn; readonly expires: number }>();
  return async (value) => {
    const session = known.get(value);
    if (session !== undefined && session.expires > now()) return session.person;
    const token = await provider().AccessToken.find(value);
    const person = token?.accountId === undefined ? undefined : await accounts(token.accountId);
    if (token === undefined || person === undefined) return undefined;
    if (known.size >= REMEMBERED) known.clear();
    known.set(value, { person, expires: token.exp * 1000 });
    return person;
  };
}

/** The token of an `Authorization: Bearer` header. */
export const bearerToken = (header: string | undefined): string | undefined =>
  /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];
