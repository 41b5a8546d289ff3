import { createHash, randomBytes } from 'node:crypto';
import { MINUTE, type Milliseconds, SECOND } from '../../domain/time.ts';
import { SystemError } from '../care-system.ts';
import type { Account } from '../driver/account.ts';
import { askForToken, type SignInStrategy, type TokenAsking } from '../fhir-r4/sign-in/strategy.ts';
import type { TransportResponse } from '../fhir-r4/transport.ts';
import type { AuthorizationCodeSignIn } from '../sign-in-profile.ts';
import type { SignInBrowser, Visit } from './browser.ts';
import { type Endpoints, endpointsOf } from './endpoints.ts';
import { failuresOf, placed } from './failure.ts';
import { wrongWith } from './id-token.ts';
import { onPagesOf } from './on-pages.ts';

/** How long each page may take; an assumption, and longer than people wait. */
const PATIENCE: Milliseconds = 20 * SECOND;

/** Providers lock accounts that try a wrong password over and over; an assumption of how long to leave them in peace. */
const PEACE: Milliseconds = 5 * MINUTE;

/** What one sign-in alone knows, and holds the answer against. */
interface Request {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/**
 * The code flow with PKCE (RFC 6749, 4.1; RFC 7636): somebody signs in on the provider's pages, and the code that the
 * browser is sent back with becomes a token. It is renewed by a refresh token where there is one that is taken, else by
 * signing in again.
 * @param now epoch milliseconds
 */
export function authorizationCodeStrategy(
  signIn: AuthorizationCodeSignIn,
  browser: SignInBrowser,
  asking: TokenAsking,
  now: () => number,
  patience: Milliseconds = PATIENCE,
): SignInStrategy {
  const { clientId, redirectUri, scope } = signIn;
  const failed = failuresOf(signIn);
  const onPages = onPagesOf(signIn, failed);
  const refreshTokens = new Map<Account, string>();
  const refused = new Map<Account, { readonly error: SystemError; readonly until: number }>();
  let found: Promise<Endpoints> | undefined;

  async function endpoints(account: Account): Promise<Endpoints> {
    found ??= endpointsOf(signIn, account, asking, failed);
    try {
      return await found;
    } catch (error) {
      found = undefined;
      throw error;
    }
  }

  /** Undefined where there is none, or it is not taken any longer. */
  async function refreshed(account: Account, { token }: Endpoints): Promise<TransportResponse | undefined> {
    const known = refreshTokens.get(account);
    if (known === undefined) return undefined;
    const form = { grant_type: 'refresh_token', refresh_token: known, client_id: clientId };
    const response = await askForToken(asking, token, form);
    if (response.status === 400 || response.status === 401) {
      refreshTokens.delete(account);
      return undefined;
    }
    return response;
  }

  /** Not tried again at once when it did not work: the same would come of it, and the account might be locked. */
  async function inPeace<T>(account: Account, act: () => Promise<T>): Promise<T> {
    const before = refused.get(account);
    if (before !== undefined && before.until > now()) throw before.error;
    try {
      return await act();
    } catch (error) {
      if (error instanceof SystemError && error.kind === 'sign-in') {
        refused.set(account, { error, until: now() + PEACE });
      }
      throw error;
    }
  }

  async function signedIn(account: Account, at: Endpoints): Promise<TransportResponse> {
    const request: Request = { state: random(), nonce: random(), verifier: random() };
    const back = await browser.visit(redirectUri, (visit) => visited(visit, account, at, request));
    const response = await askForToken(asking, at.token, {
      grant_type: 'authorization_code',
      code: codeIn(back, account, at, request),
      redirect_uri: redirectUri,
      client_id: clientId,
      code_verifier: request.verifier,
    });
    if (response.status === 200 && asksWhoItIs(scope)) {
      const { nonce } = request;
      const wrong = await wrongWith(response.pick('id_token'), at, { clientId, nonce, now: now() });
      if (wrong !== undefined) throw failed(account, wrong, ['issuer', 'clientId']);
    }
    return response;
  }

  async function visited(visit: Visit, account: Account, at: Endpoints, request: Request): Promise<string> {
    const { host } = new URL(at.authorization);
    try {
      const first = await visit.page.goto(addressOf(at, request), { timeout: patience });
      // Some answer 401 with the very page where people sign in.
      if (first !== null && first.status() >= 400 && first.status() !== 401) {
        throw failed(account, `${host} svarade ${first.status()} när inloggningen skulle visas`, [
          'clientId',
          'redirectUri',
        ]);
      }
    } catch (error) {
      if (error instanceof SystemError) throw error;
      const [code = 'inget svar'] = /net::\w+/.exec(String(error)) ?? [];
      throw new SystemError('unreachable', `Det går inte att nå ${host} i webbläsaren (${code}).`);
    }
    return onPages.signIn(visit, account, patience);
  }

  function addressOf({ authorization }: Endpoints, { state, nonce, verifier }: Request): string {
    const address = new URL(authorization);
    const said = {
      ...signIn.parameters,
      response_type: 'code',
      client_id: clientId,
      redirect_uri: redirectUri,
      ...(scope === undefined ? {} : { scope }),
      state,
      ...(asksWhoItIs(scope) ? { nonce } : {}),
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    };
    for (const [name, value] of Object.entries(said)) address.searchParams.set(name, value);
    return address.href;
  }

  function codeIn(back: string, account: Account, { issuer }: Endpoints, { state }: Request): string {
    const answer = new URL(back).searchParams;
    if (answer.get('state') !== state) {
      throw failed(account, 'svaret bär en annan state än den som skickades', ['redirectUri']);
    }
    // RFC 9207; absent where the provider does not tell.
    const by = answer.get('iss');
    if (issuer !== undefined && by !== null && by !== issuer.name) {
      throw failed(account, `svaret kommer från ${by}`, ['issuer']);
    }
    const error = answer.get('error');
    if (error !== null) throw failed(account, `systemet svarade ${error}`, keysBehind(error));
    const code = answer.get('code');
    if (code === null) throw failed(account, 'svaret saknar code', ['redirectUri']);
    return code;
  }

  return {
    async ask(account) {
      const at = await endpoints(account);
      const response =
        (await refreshed(account, at)) ?? (await inPeace(account, () => signedIn(account, at)));
      const next = response.status === 200 ? response.pick('refresh_token') : undefined;
      if (typeof next === 'string') refreshTokens.set(account, next);
      return response;
    },
    keys: () => ['clientId', 'redirectUri'].map((key) => placed(signIn, key)),
  };
}

/** OpenID Connect's own scope, by which an ID token comes along. */
const asksWhoItIs = (scope = ''): boolean => scope.split(' ').includes('openid');

const KEYS: Readonly<Record<string, readonly string[]>> = {
  invalid_scope: ['scope'],
  access_denied: ['staff', 'scope'],
};
const keysBehind = (error: string): readonly string[] => KEYS[error] ?? ['clientId', 'parameters'];

const random = (): string => randomBytes(32).toString('base64url');
