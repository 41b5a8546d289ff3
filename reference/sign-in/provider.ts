import { generateKeyPairSync } from 'node:crypto';
import Provider, { type Context } from 'oidc-provider';
import type { Accounts } from './accounts.ts';
import type { Credentials } from './credentials.ts';
import { escaped, htmlPage } from './html-page.ts';
import { memoryAdapters } from './memory-adapter.ts';
import { registerPasswordGrant } from './password-grant.ts';
import { describePerson, type House } from './person-description.ts';
import { SIGN_IN_PATH } from './sign-in-page.ts';

export interface ProviderOptions {
  /** Where the web client is: 'http://127.0.0.1:8080'. */
  readonly origin: string;
  readonly accounts: Accounts;
  readonly credentials: Credentials;
  readonly house: House;
  readonly now: () => number;
}

/** Where the OpenID provider is mounted. */
export const OIDC_PATH = '/oidc';

const HOUR = 3600;

/** The OpenID Connect provider: the code flow with PKCE for the web client, the password grant for robots. */
export function createProvider({ origin, accounts, credentials, house, now }: ProviderOptions): Provider {
  const provider = new Provider(origin + OIDC_PATH, {
    adapter: memoryAdapters(now),
    jwks: { keys: [signingKey()] },
    cookies: { keys: [crypto.randomUUID()], names: { session: 'genrep.session' } },
    clientDefaults: { id_token_signed_response_alg: 'ES256', token_endpoint_auth_method: 'none' },
    clients: [
      {
        client_id: 'genrep-web',
        grant_types: ['authorization_code', 'refresh_token'],
        redirect_uris: [`${origin}/callback`, `${origin}/home-care/callback`],
        post_logout_redirect_uris: [`${origin}/`],
      },
      {
        client_id: 'genrep-robot',
        grant_types: ['password', 'refresh_token'],
        redirect_uris: [],
        response_types: [],
      },
    ],
    extraParams: [],
    claims: { openid: ['sub', 'role', 'display', 'name', 'hsaId', 'unit', 'patient', 'may'] },
    conformIdTokenClaims: true,
    features: { devInteractions: { enabled: false }, userinfo: { enabled: true } },
    findAccount: async (_context: Context, userName: string) => {
      const person = await accounts(userName);
      return (
        person && {
          accountId: userName,
          claims: async () => ({ sub: userName, name: person.display, ...describePerson(person, house) }),
        }
      );
    },
    interactions: {
      url: (_context: Context, { uid }: { uid: string }) => `${SIGN_IN_PATH}/${uid}`,
    },
    issueRefreshToken: async () => true,
    loadExistingGrant: grantWithoutAsking,
    pkce: { required: () => true },
    renderError: showProblem,
    ttl: {
      AccessToken: HOUR,
      AuthorizationCode: 60,
      Grant: 24 * HOUR,
      IdToken: HOUR,
      Interaction: HOUR,
      RefreshToken: 24 * HOUR,
      Session: 24 * HOUR,
    },
  });
  registerPasswordGrant(provider, credentials);
  return provider;
}

/** The web client is the environment's own: whoever signs in has agreed. */
async function grantWithoutAsking({ oidc }: Context): Promise<unknown> {
  const { provider, client, session, result } = oidc;
  const known = result?.consent?.grantId ?? session?.grantIdFor(client.clientId);
  if (known !== undefined) return provider.Grant.find(known);
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session?.accountId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
}

/** What a person sees when signing in cannot even begin; the words are the provider's own. */
async function showProblem(context: Context, { error, error_description: detail }: Problem): Promise<void> {
  context.type = 'html';
  context.body = htmlPage(
    'Inloggningen kunde inte göras',
    `<p>Gå tillbaka till startsidan och försök igen.</p><p lang="en">${escaped(detail ?? error)}</p>`,
  );
}

interface Problem {
  readonly error: string;
  readonly error_description?: string;
}

function signingKey(): object {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256' };
}
