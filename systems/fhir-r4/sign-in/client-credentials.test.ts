import { afterEach, describe, expect, it } from 'vitest';
import type { ClientCredentialsSignIn } from '../../sign-in-profile.ts';
import { type AuthorizationServer, startAuthorizationServer } from '../../testing/authorization-server.ts';
import { type SignedIn, signedIn } from '../testing/signed-in.ts';

const SECRET = 'kanarie: 100 % & +';
const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

async function provider(method = 'client_secret_basic'): Promise<AuthorizationServer> {
  const server = await startAuthorizationServer({
    scopes: ['system/Patient.rs', 'system/Observation.c'],
    lifetime: 60,
    clients: [
      {
        client_id: 'genrep:robot',
        client_secret: SECRET,
        token_endpoint_auth_method: method,
        grant_types: ['client_credentials'],
        response_types: [],
        redirect_uris: [],
        scope: 'system/Patient.rs',
      },
    ],
  });
  opened.push(server);
  return server;
}

function robot(server: AuthorizationServer, change: Partial<ClientCredentialsSignIn> = {}): SignedIn {
  const session = signedIn(server, {
    method: 'client-credentials',
    tokenEndpoint: server.tokenEndpoint,
    clientId: 'genrep:robot',
    clientSecret: SECRET,
    scope: 'system/Patient.rs',
    ...change,
  });
  opened.push(session);
  return session;
}

describe('signing in with a client secret', () => {
  it.each([
    ['client_secret_basic', 'header'],
    ['client_secret_post', 'form'],
  ] as const)('is taken by a provider that wants %s', async (method, secretIn) => {
    const server = await provider(method);
    const { read } = robot(server, { secretIn });
    expect((await Promise.all([read(), read()])).map(({ status }) => status)).toEqual([200, 200]);
    expect(server.tokensAsked()).toBe(1);
  });

  it('fetches another token before the first runs out, and when it is taken back in mid-run', async () => {
    const server = await provider();
    const session = robot(server);
    await session.read();
    session.forward(31_000);
    expect((await session.read()).status).toBe(200);
    expect(server.tokensAsked()).toBe(2);
    server.revokeTokens();
    expect((await session.read()).status).toBe(200);
    expect(server.tokensAsked()).toBe(3);
  });

  it('ends in a sentence when the client is thrown out in mid-run', async () => {
    const server = await provider();
    const { read } = robot(server);
    await read();
    server.revokeTokens();
    server.forget('genrep:robot');
    await expect(read()).rejects.toMatchObject({
      kind: 'sign-in',
      message:
        'genrep:robot kunde inte logga in: systemet svarade 401, invalid_client; kontrollera signIn.clientId och signIn.clientSecret i systemprofilen.',
    });
  });

  it.each([
    ['a wrong secret', { clientSecret: 'gissning' }, /invalid_client; kontrollera .*signIn\.clientSecret/],
    ['an unknown client', { clientId: 'ingen' }, /invalid_client; kontrollera signIn\.clientId/],
    [
      'a scope that the client may not have',
      { scope: 'system/Observation.c' },
      /invalid_scope; kontrollera signIn\.scope/,
    ],
  ])('is a sentence without the secret for %s', async (_, change, words) => {
    const { read } = robot(await provider(), change);
    const failure = await read().catch((error: unknown) => error);
    expect(failure).toMatchObject({ kind: 'sign-in', message: expect.stringMatching(words) });
    expect(String(failure)).not.toContain(SECRET);
  });

  it('knows before the run what was granted', async () => {
    const { signIn } = robot(await provider());
    expect(await signIn.scopes()).toEqual(['system/Patient.rs']);
  });
});
