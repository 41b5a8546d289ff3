/** The parts of oidc-provider 9 that are used here; the package brings no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface Client {
    readonly clientId: string;
    grantTypeAllowed(type: string): boolean;
  }

  export interface Context {
    readonly req: IncomingMessage;
    body: unknown;
    type: string;
    readonly oidc: {
      readonly provider: Provider;
      readonly client: Client;
      readonly params: Readonly<Record<string, string | undefined>>;
      readonly session?: { readonly accountId?: string; grantIdFor(clientId: string): string | undefined };
      readonly result?: { readonly consent?: { readonly grantId?: string } };
      entity(name: string, value: unknown): void;
    };
  }

  export interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }

  export interface Token {
    readonly accountId?: string;
    readonly scope?: string;
    readonly grantId?: string;
    /** Of the certificate that alone may use it. */
    readonly 'x5t#S256'?: string;
    /** Seconds since the epoch. */
    readonly exp: number;
    readonly expiration: number;
    save(): Promise<string>;
  }

  export interface TokenContent {
    readonly accountId: string;
    readonly client: Client;
    readonly grantId: string;
    readonly gty: string;
    readonly scope: string;
    readonly expiresWithSession: false;
  }

  export interface Account {
    readonly accountId: string;
    claims(): Promise<Record<string, unknown> & { sub: string }>;
  }

  export interface Adapter {
    upsert(id: string, payload: Payload, expiresIn?: number): Promise<void>;
    find(id: string): Promise<Payload | undefined>;
    findByUid(uid: string): Promise<Payload | undefined>;
    findByUserCode(code: string): Promise<Payload | undefined>;
    consume(id: string): Promise<void>;
    destroy(id: string): Promise<void>;
    revokeByGrantId(grantId: string): Promise<void>;
  }

  export interface Payload {
    grantId?: string;
    uid?: string;
    consumed?: number;
    [field: string]: unknown;
  }

  export interface InteractionDetails {
    readonly uid: string;
    readonly prompt: { readonly name: string };
    readonly params: Readonly<Record<string, unknown>>;
    readonly session?: { readonly accountId: string };
  }

  export default class Provider {
    constructor(issuer: string, configuration: object);
    readonly Grant: {
      new (content: { clientId: string; accountId?: string }): Grant;
      find(id: string): Promise<Grant | undefined>;
    };
    readonly AccessToken: {
      new (content: TokenContent): Token;
      find(value: string): Promise<Token | undefined>;
    };
    readonly ClientCredentials: { find(value: string): Promise<Token | undefined> };
    readonly RefreshToken: { new (content: TokenContent): Token };
    /** Whoever changes the person in a browser takes back what the one before was given. */
    on(event: 'grant.revoked', listener: (context: Context, grantId: string) => void): void;
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    registerGrantType(
      name: string,
      handler: (context: Context, next: () => Promise<void>) => Promise<void>,
      parameters: readonly string[],
    ): void;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<InteractionDetails>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: object,
      options?: { mergeWithLastSubmission?: boolean },
    ): Promise<void>;
  }

  export const errors: {
    readonly InvalidGrant: new (detail: string) => Error;
  };
}
