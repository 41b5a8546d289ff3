import { encodeBase64 } from '../../driver/base64.ts';
import type { ClientCredentialsSignIn } from '../../sign-in-profile.ts';
import { askForToken, type SignInStrategy, type TokenAsking } from './strategy.ts';

export function clientCredentialsStrategy(
  { tokenEndpoint, clientId, clientSecret, secretIn = 'header', scope }: ClientCredentialsSignIn,
  asking: TokenAsking,
): SignInStrategy {
  const form = { grant_type: 'client_credentials', scope };
  return {
    ask: () =>
      secretIn === 'form'
        ? askForToken(asking, tokenEndpoint, { ...form, client_id: clientId, client_secret: clientSecret })
        : askForToken(asking, tokenEndpoint, form, { authorization: basic(clientId, clientSecret) }),
    keys: () => ['clientId', 'clientSecret'],
    accounts: [clientId],
  };
}

/** Each half is form-encoded before they are joined (RFC 6749, 2.3.1). */
const basic = (clientId: string, secret: string): string =>
  `Basic ${encodeBase64(`${encodeURIComponent(clientId)}:${encodeURIComponent(secret)}`)}`;
