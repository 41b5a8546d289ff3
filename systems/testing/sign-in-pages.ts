import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import type { Context } from 'oidc-provider';
import { type AuthorizationServer, startAuthorizationServer } from './authorization-server.ts';

export const SIGN_IN_PASSWORD = 'kanariefågel-7';

export interface SignInPagesOptions {
  /** How long a token lives, in seconds. */
  readonly lifetime?: number;
  /** Whether people are asked if the client may. */
  readonly asksForConsent?: boolean;
  /** Whether the user name and the password stand on a page each. */
  readonly twoPages?: boolean;
  /** Told of a wrong password where the form stands, instead of on a page anew. */
  readonly staysOnPage?: boolean;
  /** Whether the page that should lead back leads nowhere. */
  readonly leadsNowhere?: boolean;
  /** What is made another on its way to the provider. */
  readonly tampersWith?: 'state' | 'nonce';
}

/** A real provider of a public client, with Swedish pages where people sign in. */
export interface SignInPages extends AuthorizationServer {
  readonly issuer: string;
  /** Who signed in, in order. */
  readonly signedIn: readonly string[];
  /** The authorization requests, as they came. */
  readonly asked: readonly URLSearchParams[];
}

export async function startSignInPages(options: SignInPagesOptions = {}): Promise<SignInPages> {
  const { lifetime = 3600, asksForConsent = false, tampersWith } = options;
  const signedIn: string[] = [];
  const asked: URLSearchParams[] = [];
  const server = await startAuthorizationServer({
    clients: [
      {
        client_id: 'genrep-robot',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        redirect_uris: [REDIRECT_URI],
        scope: 'openid user/Patient.rs',
      },
    ],
    scopes: ['openid', 'user/Patient.rs', 'user/Observation.rs'],
    lifetime,
    configuration: {
      pkce: { required: () => true },
      ttl: { AccessToken: lifetime, ...LONG },
      renderError: showProblem,
      issueRefreshToken: async () => true,
      findAccount: async (_context: Context, accountId: string) => ({
        accountId,
        claims: async () => ({ sub: accountId }),
      }),
      interactions: { url: (_context: Context, { uid }: { uid: string }) => `/interaction/${uid}` },
      ...(asksForConsent ? {} : { loadExistingGrant: grantWithoutAsking }),
    },
    async answer(provider, request, response) {
      const url = new URL(request.url ?? '', 'http://127.0.0.1');
      if (url.pathname === '/auth') {
        asked.push(new URLSearchParams(url.search));
        if (tampersWith !== undefined) url.searchParams.set(tampersWith, 'någon annans');
        request.url = url.pathname + url.search;
      }
      if (!url.pathname.startsWith('/interaction/')) return false;
      await pages(provider, request, response, options, (name) => signedIn.push(name));
      return true;
    },
  });
  return { ...server, issuer: server.address, signedIn, asked };
}

const LONG = { Grant: 3600, IdToken: 3600, Interaction: 3600, RefreshToken: 3600, Session: 3600 };

async function showProblem(context: Context, { error }: { readonly error: string }): Promise<void> {
  context.type = 'html';
  context.body = `<!doctype html><title>${error}</title>`;
}

/** Nothing listens there. */
export const REDIRECT_URI = 'http://127.0.0.1:9/genrep';

async function grantWithoutAsking({ oidc: { provider, client, session, params } }: Context) {
  const grant = new provider.Grant({
    clientId: client.clientId,
    ...(session?.accountId === undefined ? {} : { accountId: session.accountId }),
  });
  grant.addOIDCScope(params.scope ?? '');
  await grant.save();
  return grant;
}

async function pages(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
  { twoPages = false, staysOnPage = false, leadsNowhere = false }: SignInPagesOptions,
  came: (name: string) => void,
): Promise<void> {
  const show = (title: string, content: string): void => {
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(`<!doctype html><html lang="sv"><title>${title}</title><main>${content}</main></html>`);
  };
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  const sent = request.method === 'POST' ? new URLSearchParams(await textOf(request)) : undefined;
  if (prompt.name === 'consent') {
    if (sent === undefined)
      return show('Godkänn', form('', 'Tillåt', '<button type="button">Avbryt</button>'));
    const accountId = session?.accountId ?? '';
    const grant = new provider.Grant({ clientId: String(params.client_id), accountId });
    grant.addOIDCScope(String(params.scope));
    const consent = { grantId: await grant.save() };
    return provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true });
  }
  const name = sent?.get('name') ?? '';
  const password = sent?.get('password');
  if (twoPages && name === '') return show('Vem är du?', form(NAME, 'Nästa'));
  const fields = twoPages ? `<input type="hidden" name="name" value="${name}">${PASSWORD}` : NAME + PASSWORD;
  if (staysOnPage) return show('Logga in', `${form(fields, 'Logga in')}${ALERT}${STAYS}`);
  if (password === undefined || password === null) return show('Logga in', form(fields, 'Logga in'));
  if (password !== SIGN_IN_PASSWORD) {
    return show('Logga in', `<p role="alert">Ordet ${password} är fel</p>${form(fields, 'Logga in')}`);
  }
  if (leadsNowhere) return show('Vänta', '<p>Vänta …</p>');
  came(name);
  return provider.interactionFinished(request, response, { login: { accountId: name } });
}

const NAME = '<label>Användarnamn <input name="name"></label>';
const PASSWORD = '<label for="p">Lösenord</label><input id="p" name="password" type="password">';
const ALERT = '<p role="alert"></p>';
const STAYS = `<script>document.forms[0].addEventListener('submit', (event) => {
  event.preventDefault();
  document.querySelector('[role=alert]').textContent = 'Kontot är spärrat';
});</script>`;

const form = (fields: string, button: string, more = ''): string =>
  `<form method="post">${fields}<button>${button}</button>${more}</form>`;

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
