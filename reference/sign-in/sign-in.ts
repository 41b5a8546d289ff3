import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type Provider from 'oidc-provider';
import type { Store, Unit } from '../workflow.ts';
import { createAccounts } from './accounts.ts';
import { createCredentials } from './credentials.ts';
import { registerMe } from './me.ts';
import type { House } from './person-description.ts';
import { createProvider, OIDC_PATH } from './provider.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { registerSignInPage } from './sign-in-page.ts';

export interface SignInOptions {
  readonly units: readonly Unit[];
  readonly authority: House['authority'];
  readonly store: Store;
  /** Of all accounts; made up without. */
  readonly password?: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Who may come in: the OpenID provider with its page, and who a token stands for. */
export interface SignIn {
  readonly password: string;
  readonly sessions: Sessions;
  /** The sign-in page and `GET /me`. */
  register(app: FastifyInstance): void;
  /** Makes the provider, which must know where it is reached: 'http://127.0.0.1:8080'. */
  open(origin: string): void;
  /** Answers a request that is the provider's own; false when it is not. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
}

export function createSignIn({ units, authority, store, password = madeUp(), now }: SignInOptions): SignIn {
  const house = { units, authority };
  const accounts = createAccounts(units, store, now);
  const credentials = createCredentials(accounts, password);
  let provider: Provider | undefined;
  let handle: RequestListener | undefined;
  const opened = (): Provider => {
    if (provider === undefined) throw new Error('Nobody can sign in before the environment listens.');
    return provider;
  };
  const { sessions, forget } = createSessions(opened, accounts, now);
  return {
    password,
    sessions,
    register: (app) => {
      registerMe(app, sessions, house);
      registerSignInPage(app, opened, credentials);
    },
    open: (origin) => {
      provider = createProvider({ origin, accounts, credentials, house, now });
      provider.on('grant.revoked', (_context, grantId) => forget(grantId));
      handle = provider.callback();
    },
    answer: (request: IncomingMessage & { originalUrl?: string }, response) => {
      if (handle === undefined || request.url?.startsWith(`${OIDC_PATH}/`) !== true) return false;
      // The provider finds out where it is mounted from the difference between the two.
      request.originalUrl = request.url;
      request.url = request.url.slice(OIDC_PATH.length);
      handle(request, response);
      return true;
    },
  };
}

const madeUp = (): string => randomBytes(9).toString('base64url');
