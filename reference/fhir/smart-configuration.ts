import { OIDC_PATH } from '../sign-in/provider.ts';
import type { Environment } from './environment.ts';

/** Where and how to sign in, as SMART on FHIR asks a server to tell before anybody has (App Launch 2.2, conformance). */
export function smartConfiguration({ baseUrl }: Pick<Environment, 'baseUrl'>): object {
  const issuer = new URL(OIDC_PATH, baseUrl).href;
  return {
    issuer,
    jwks_uri: `${issuer}/jwks`,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    token_endpoint_auth_methods_supported: ['none'],
    grant_types_supported: ['authorization_code', 'refresh_token', 'password'],
    response_types_supported: ['code'],
    scopes_supported: ['openid', 'offline_access'],
    code_challenge_methods_supported: ['S256'],
    capabilities: ['client-public', 'sso-openid-connect'],
  };
}
