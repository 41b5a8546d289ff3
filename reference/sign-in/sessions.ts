import type Provider from 'oidc-provider';
import { resourceScopes } from '../authority/scopes.ts';
import type { SignedIn } from '../workflow.ts';
import type { Accounts } from './accounts.ts';

/** Who a bearer token stands for; undefined when it is unknown or has expired. */
export type Sessions = (token: string) => Promise<SignedIn | undefined>;

/** The sessions, and what makes them forget whom they remember. */
export interface SessionBook {
  readonly sessions: Sessions;
  /** Nobody comes in any longer by what a grant gave. */
  forget(grantId: string): void;
}

const REMEMBERED = 20_000;

interface Known {
  readonly person: SignedIn;
  readonly grantId: string | undefined;
  readonly expires: number;
}

/** Asks the provider once a token, then remembers the person until the token expires or its grant is revoked. */
export function createSessions(provider: () => Provider, accounts: Accounts, now: () => number): SessionBook {
  const known = new Map<string, Known>();
  /** Whose guardian somebody is may change while they are signed in; what staff may see does not hang on who they are. */
  const asOfNow = async (person: SignedIn): Promise<SignedIn | undefined> =>
    person.role === 'patient' ? withScopes(await accounts(person.userName), person.scopes ?? []) : person;
  const sessions: Sessions = async (value) => {
    const session = known.get(value);
    if (session !== undefined && session.expires > now()) return asOfNow(session.person);
    const token = await provider().AccessToken.find(value);
    const person =
      token?.accountId === undefined
        ? undefined
        : withScopes(await accounts(token.accountId), resourceScopes(token.scope));
    if (token === undefined || person === undefined) return undefined;
    if (known.size >= REMEMBERED) known.clear();
    known.set(value, { person, grantId: token.grantId, expires: token.exp * 1000 });
    return person;
  };
  return {
    sessions,
    forget: (grantId) => {
      for (const [value, session] of known) if (session.grantId === grantId) known.delete(value);
    },
  };
}

/** A token that says nothing of resources has all that its person may. */
const withScopes = (person: SignedIn | undefined, scopes: readonly string[]): SignedIn | undefined =>
  person === undefined || scopes.length === 0 ? person : { ...person, scopes };

/** The token of an `Authorization: Bearer` header. */
export const bearerToken = (header: string | undefined): string | undefined =>
  /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];
