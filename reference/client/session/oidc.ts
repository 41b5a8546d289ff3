import { Failure } from '../fhir/errors.ts';

/** Sign-in by OpenID Connect's authorization code flow with PKCE (RFC 7636), without a client secret. */
const CLIENT_ID = 'genrep-web';
const SCOPE = 'openid';
const DISCOVERY = '/oidc/.well-known/openid-configuration';
const PENDING = 'genrep.sign-in';

interface Provider {
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly userinfo_endpoint: string;
}

interface Pending {
  readonly state: string;
  readonly verifier: string;
  readonly returnTo: string;
}

/** Which of the house's web apps people sign in to. */
export interface SigningIn {
  /** Where the user comes back to: '/callback'. */
  readonly callback: string;
  /** Whether who is signed in already is asked again, as where several share a computer. */
  readonly asksAgain: boolean;
}

const WEB_CLIENT: SigningIn = { callback: '/callback', asksAgain: true };

/**
 * Leaves the page for the sign-in form; the user comes back to the callback.
 * @param userName who is to sign in, where that was chosen already
 */
export async function beginSignIn(returnTo: string, userName?: string, to = WEB_CLIENT): Promise<void> {
  const { authorization_endpoint } = await provider();
  const pending: Pending = { state: randomText(), verifier: randomText(), returnTo };
  sessionStorage.setItem(PENDING, JSON.stringify(pending));
  const address = new URL(authorization_endpoint);
  address.search = new URLSearchParams({
    client_id: CLIENT_ID,
    response_type: 'code',
    scope: SCOPE,
    redirect_uri: location.origin + to.callback,
    state: pending.state,
    code_challenge: await challengeOf(pending.verifier),
    code_challenge_method: 'S256',
    ...(to.asksAgain ? { prompt: 'login' } : {}),
    ...(userName === undefined ? {} : { login_hint: userName }),
  }).toString();
  location.assign(address);
}

/** What the provider gave: who has them is the signed-in person. */
interface Tokens {
  readonly accessToken: string;
  /** Brings new ones when the access token no longer holds. */
  readonly refreshToken: string | undefined;
}

/** Exchanges the code that the provider sent back for tokens. */
export async function completeSignIn(
  query: URLSearchParams,
  to = WEB_CLIENT,
): Promise<Tokens & { readonly returnTo: string }> {
  const stored = sessionStorage.getItem(PENDING);
  const pending = stored === null ? null : (JSON.parse(stored) as Pending);
  const code = query.get('code');
  if (pending === null || code === null || query.get('state') !== pending.state) {
    throw new Failure(query.get('error_description') ?? query.get('error') ?? 'state');
  }
  const tokens = await tokensFor({
    grant_type: 'authorization_code',
    code,
    redirect_uri: location.origin + to.callback,
    code_verifier: pending.verifier,
  });
  sessionStorage.removeItem(PENDING);
  return { ...tokens, returnTo: pending.returnTo };
}

/**
 * New tokens for those that no longer hold.
 * @throws Failure with the status where the provider refuses; fetch's own error where it is not reached
 */
export const renewed = (refreshToken: string): Promise<Tokens> =>
  tokensFor({ grant_type: 'refresh_token', refresh_token: refreshToken });

async function tokensFor(grant: Readonly<Record<string, string>>): Promise<Tokens> {
  const { token_endpoint } = await provider();
  const response = await fetch(token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({ client_id: CLIENT_ID, ...grant }),
  });
  if (!response.ok) throw new Failure(`${token_endpoint}: ${response.status}`);
  const given = (await response.json()) as { access_token: string; refresh_token?: string };
  return { accessToken: given.access_token, refreshToken: given.refresh_token };
}

/** What the provider says of the signed-in person. */
export async function userInfo(accessToken: string): Promise<unknown> {
  const { userinfo_endpoint } = await provider();
  const response = await fetch(userinfo_endpoint, { headers: { authorization: `Bearer ${accessToken}` } });
  if (!response.ok) throw new Failure(`${userinfo_endpoint}: ${response.status}`);
  return response.json();
}

async function provider(): Promise<Provider> {
  const response = await fetch(DISCOVERY);
  if (!response.ok) throw new Failure(`${DISCOVERY}: ${response.status}`);
  return (await response.json()) as Provider;
}

async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return base64Url(new Uint8Array(digest));
}

const randomText = (): string => base64Url(crypto.getRandomValues(new Uint8Array(32)));

const base64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
