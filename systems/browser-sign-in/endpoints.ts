import type { JSONWebKeySet } from 'jose';
import type { Account } from '../driver/account.ts';
import type { TokenAsking } from '../fhir-r4/sign-in/strategy.ts';
import type { AuthorizationCodeSignIn } from '../sign-in-profile.ts';
import type { Failed } from './failure.ts';

/** Where people sign in, where codes become tokens, and who vouches for them. */
export interface Endpoints {
  readonly authorization: string;
  readonly token: string;
  /** With the keys that it signs by; unknown where the profile tells the endpoints alone. */
  readonly issuer?: { readonly name: string; readonly keys: JSONWebKeySet };
}

/** As the profile has them, or the issuer by OpenID Connect Discovery 1.0. */
export async function endpointsOf(
  { issuer, authorizationEndpoint, tokenEndpoint }: AuthorizationCodeSignIn,
  account: Account,
  asking: TokenAsking,
  failed: Failed,
): Promise<Endpoints> {
  if (issuer === undefined) {
    if (authorizationEndpoint !== undefined && tokenEndpoint !== undefined) {
      return { authorization: authorizationEndpoint, token: tokenEndpoint };
    }
    throw new Error('The profile tells neither an issuer nor both endpoints.');
  }

  const read = async (url: string): Promise<Readonly<Record<string, unknown>>> => {
    const headers = { accept: 'application/json' };
    const response = await asking.transport.request({
      ...{ method: 'GET', url, headers, timeout: asking.timeout, name: 'GET discovery' },
    });
    const json = response.status === 200 ? parsed(response.text()) : undefined;
    if (json !== undefined) return json;
    throw failed(account, `${url} svarade ${response.status} utan det som OpenID Connect Discovery lovar`, [
      'issuer',
    ]);
  };
  const told = await read(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const { authorization_endpoint: authorization, token_endpoint: token, jwks_uri: keys } = told;
  if (told.issuer !== issuer) {
    throw failed(account, `utfärdaren kallar sig ${String(told.issuer)}`, ['issuer']);
  }
  if (typeof authorization !== 'string' || typeof token !== 'string' || typeof keys !== 'string') {
    throw failed(account, 'utfärdaren säger inte var man loggar in, får token och hittar nycklar', [
      'issuer',
    ]);
  }
  return {
    authorization: authorizationEndpoint ?? authorization,
    token: tokenEndpoint ?? token,
    issuer: { name: issuer, keys: (await read(keys)) as unknown as JSONWebKeySet },
  };
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
