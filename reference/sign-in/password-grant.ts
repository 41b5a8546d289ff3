import Provider, { type Context, errors } from 'oidc-provider';
import { resourceScopes } from '../authority/scopes.ts';
import type { Credentials } from './credentials.ts';

/** OAuth's resource owner password grant (RFC 6749, 4.3), for robots that sign in thousands of times. */
export function registerPasswordGrant(provider: Provider, credentials: Credentials): void {
  provider.registerGrantType('password', (context) => issueTokens(provider, credentials, context), [
    'username',
    'password',
    'scope',
  ]);
}

async function issueTokens(provider: Provider, credentials: Credentials, context: Context): Promise<void> {
  const { client, params } = context.oidc;
  const person = await credentials(params.username ?? '', params.password ?? '');
  if (person === undefined || !client.grantTypeAllowed('password')) {
    throw new errors.InvalidGrant('unknown user name or wrong password');
  }
  const scope = ['openid', ...resourceScopes(params.scope)].join(' ');
  const accountId = person.userName;
  const grant = new provider.Grant({ clientId: client.clientId, accountId });
  grant.addOIDCScope('openid');
  const grantId = await grant.save();
  const content = { accountId, client, grantId, gty: 'password', scope, expiresWithSession: false } as const;
  const token = new provider.AccessToken(content);
  context.oidc.entity('AccessToken', token);
  context.body = {
    access_token: await token.save(),
    expires_in: token.expiration,
    refresh_token: await new provider.RefreshToken(content).save(),
    scope,
    token_type: 'Bearer',
  };
}
