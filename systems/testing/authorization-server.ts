import { generateKeyPairSync } from 'node:crypto';
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import Provider, { type Context, type Payload } from 'oidc-provider';

export interface AuthorizationServerOptions {
  /** As OpenID Connect registers clients. */
  readonly clients: readonly Payload[];
  /** Scopes that there are. */
  readonly scopes?: readonly string[];
  /** How long a token lives, in seconds. */
  readonly lifetime?: number;
  /** Speaks TLS and knows clients by certificates of this authority; all PEM. */
  readonly tls?: { readonly cert: string; readonly key: string; readonly ca: string };
  /** More of oidc-provider's configuration. */
  readonly configuration?: object;
  /** Answers before the provider does; true when it did. */
  readonly answer?: (
    provider: Provider,
    request: IncomingMessage,
    response: ServerResponse,
  ) => Promise<boolean>;
}

/** A real OpenID provider on 127.0.0.1, and at /fhir a server that takes its tokens only. */
export interface AuthorizationServer {
  readonly address: string;
  readonly tokenEndpoint: string;
  readonly authorizationEndpoint: string;
  readonly fhir: string;
  /** How many tokens were asked for. */
  tokensAsked(): number;
  /** The tokens that are out are no longer good. */
  revokeTokens(): void;
  /** Nobody is known by a refresh token any longer. */
  forgetRefreshTokens(): void;
  /** A client is no longer known. */
  forget(clientId: string): void;
  close(): Promise<void>;
}

export async function startAuthorizationServer(
  options: AuthorizationServerOptions,
): Promise<AuthorizationServer> {
  const { clients, scopes = [], lifetime = 3600, tls, configuration, answer } = options;
  const kept = keeping(clients);
  let asked = 0;
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    if (request.url === '/token') asked += 1;
    handle(request, response).catch((error: unknown) => response.destroy(error as Error));
  };
  const server =
    tls === undefined
      ? createHttp(listener)
      : createHttps({ ...tls, requestCert: true, rejectUnauthorized: false }, listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const address = `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`;
  const provider = new Provider(address, {
    adapter: kept.adapter,
    cookies: { keys: ['prov'] },
    jwks: { keys: [SIGNING_KEY] },
    scopes,
    clientAuthMethods: [...AUTH_METHODS, ...(tls === undefined ? [] : ['tls_client_auth'])],
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    enabledJWA: { clientAuthSigningAlgValues: ['RS384', 'ES384'] },
    ttl: { ClientCredentials: lifetime, AccessToken: lifetime },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      ...(tls === undefined ? {} : { mTLS }),
    },
    ...configuration,
  });
  const oidc = provider.callback();

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (await answer?.(provider, request, response)) return;
    if (request.url?.startsWith('/fhir/') === true) return fhir(request, response);
    await oidc(request, response);
  }

  async function fhir(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, value = ''] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
    const token = (await provider.ClientCredentials.find(value)) ?? (await provider.AccessToken.find(value));
    const bound = token?.['x5t#S256'];
    const good = token !== undefined && (bound === undefined || bound === thumbprintOf(request));
    response
      .writeHead(good ? 200 : 401, { 'content-type': 'application/fhir+json' })
      .end(JSON.stringify({ resourceType: 'Patient', id: '1' }));
  }

  return {
    address,
    tokenEndpoint: `${address}/token`,
    authorizationEndpoint: `${address}/auth`,
    fhir: `${address}/fhir/`,
    tokensAsked: () => asked,
    revokeTokens: () => kept.drop((key) => /^(ClientCredentials|AccessToken):/.test(key)),
    forgetRefreshTokens: () => kept.drop((key) => key.startsWith('RefreshToken:')),
    forget: (clientId) => kept.drop((key) => key === `Client:${clientId}`),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const AUTH_METHODS = ['client_secret_basic', 'client_secret_post', 'none', 'private_key_jwt'];

const SIGNING_KEY = {
  ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
  alg: 'ES256',
  use: 'sig',
};

const socketOf = ({ socket }: IncomingMessage) => socket as TLSSocket;

const thumbprintOf = (request: IncomingMessage): string | undefined => {
  const hex = socketOf(request).getPeerCertificate?.().fingerprint256?.replaceAll(':', '');
  return hex === undefined ? undefined : Buffer.from(hex, 'hex').toString('base64url');
};

const mTLS = {
  enabled: true,
  tlsClientAuth: true,
  certificateBoundAccessTokens: true,
  getCertificate: ({ req }: Context) => socketOf(req).getPeerX509Certificate(),
  certificateAuthorized: ({ req }: Context) => socketOf(req).authorized,
  certificateSubjectMatches: ({ req }: Context, _: string, expected: string) =>
    socketOf(req).getPeerX509Certificate()?.subject === expected,
};

/** What oidc-provider remembers, with a way to make it forget. */
function keeping(clients: readonly Payload[]) {
  const all = new Map<string, Payload>(clients.map((client) => [`Client:${client.client_id}`, client]));
  class KeptAdapter {
    readonly #name: string;
    constructor(name: string) {
      this.#name = name;
    }
    async upsert(id: string, payload: Payload) {
      all.set(`${this.#name}:${id}`, payload);
    }
    async find(id: string) {
      return all.get(`${this.#name}:${id}`);
    }
    async findByUid(uid: string) {
      return [...all].find(([key, each]) => key.startsWith(`${this.#name}:`) && each.uid === uid)?.[1];
    }
    async findByUserCode() {
      return undefined;
    }
    async consume(id: string) {
      const kept = all.get(`${this.#name}:${id}`);
      if (kept !== undefined) kept.consumed = Math.floor(Date.now() / 1_000);
    }
    async destroy(id: string) {
      all.delete(`${this.#name}:${id}`);
    }
    async revokeByGrantId(grantId: string) {
      for (const [key, { grantId: of }] of all) if (of === grantId) all.delete(key);
    }
  }
  return {
    adapter: KeptAdapter,
    drop(chosen: (key: string) => boolean): void {
      for (const key of [...all.keys()].filter(chosen)) all.delete(key);
    },
  };
}
