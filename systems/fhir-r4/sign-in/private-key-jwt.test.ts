import { afterEach, describe, expect, it } from 'vitest';
import type { PrivateKeySignIn } from '../../sign-in-profile.ts';
import { type AuthorizationServer, startAuthorizationServer } from '../../testing/authorization-server.ts';
import { newSignInKey } from '../../testing/sign-in-key.ts';
import { type SignedIn, signedIn } from '../testing/signed-in.ts';

type Algorithm = PrivateKeySignIn['algorithm'];

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

const KEYS = { RS384: await newSignInKey('RS384'), ES384: await newSignInKey('ES384') };

async function provider(algorithm: Algorithm): Promise<AuthorizationServer> {
  const server = await startAuthorizationServer({
    scopes: ['system/Patient.rs'],
    lifetime: 60,
    clients: [
      {
        client_id: 'genrep-robot',
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: algorithm,
        jwks: { keys: [KEYS[algorithm].jwk] },
        grant_types: ['client_credentials'],
        response_types: [],
        redirect_uris: [],
      },
    ],
  });
  opened.push(server);
  return server;
}

function robot(
  server: AuthorizationServer,
  algorithm: Algorithm,
  change: Partial<PrivateKeySignIn> = {},
): SignedIn {
  const session = signedIn(server, {
    method: 'private-key-jwt',
    tokenEndpoint: server.tokenEndpoint,
    clientId: 'genrep-robot',
    key: KEYS[algorithm].privateKey,
    keyId: KEYS[algorithm].jwk.kid,
    algorithm,
    scope: 'system/Patient.rs',
    ...change,
  });
  opened.push(session);
  return session;
}

describe.each(['RS384', 'ES384'] as const)('signing in with a key for %s', (algorithm) => {
  it('is taken, each time with an assertion that was not used before', async () => {
    const server = await provider(algorithm);
    const session = robot(server, algorithm);
    expect((await session.read()).status).toBe(200);
    session.forward(31_000);
    expect((await session.read()).status).toBe(200);
    server.revokeTokens();
    expect((await session.read()).status).toBe(200);
    expect(server.tokensAsked()).toBe(3);
  });

  it('ends in a sentence when the client is thrown out in mid-run', async () => {
    const server = await provider(algorithm);
    const { read } = robot(server, algorithm);
    await read();
    server.revokeTokens();
    server.forget('genrep-robot');
    await expect(read()).rejects.toMatchObject({
      kind: 'sign-in',
      message:
        'genrep-robot kunde inte logga in: systemet svarade 401, invalid_client; kontrollera signIn.clientId, signIn.key, signIn.keyId och signIn.algorithm i systemprofilen.',
    });
  });

  it('is refused with another key than the one that is known', async () => {
    const { privateKey: key } = await newSignInKey(algorithm);
    await expect(robot(await provider(algorithm), algorithm, { key }).read()).rejects.toMatchObject({
      kind: 'sign-in',
      message: expect.stringMatching(/invalid_client; kontrollera .*signIn\.key/),
    });
  });

  it('is refused to an unknown client', async () => {
    const { read } = robot(await provider(algorithm), algorithm, { clientId: 'ingen' });
    await expect(read()).rejects.toMatchObject({
      kind: 'sign-in',
      message: expect.stringMatching(/^ingen .*invalid_client/),
    });
  });

  it('tells of a key that is made for something else before anything is asked', async () => {
    const server = await provider(algorithm);
    const { privateKey: key } = KEYS[algorithm === 'RS384' ? 'ES384' : 'RS384'];
    await expect(robot(server, algorithm, { key }).read()).rejects.toMatchObject({
      kind: 'sign-in',
      message: expect.stringContaining(`signIn.key går inte att signera ${algorithm} med`),
    });
    expect(server.tokensAsked()).toBe(0);
  });
});
