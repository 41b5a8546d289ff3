import type { CertificateSignIn } from '../../sign-in-profile.ts';
import { askForToken, type SignInStrategy, type TokenAsking } from './strategy.ts';

/** RFC 8705: the certificate of the connection says who asks, and the token is of use with that certificate only. */
export const certificateStrategy = (
  { tokenEndpoint, certificates, scope }: CertificateSignIn,
  asking: TokenAsking,
): SignInStrategy => ({
  ask: (account) =>
    askForToken(
      asking,
      tokenEndpoint,
      { grant_type: 'client_credentials', client_id: certificates[account]?.clientId, scope },
      { identity: account },
    ),
  keys: (account) => [`certificates.${account}`],
  accounts: Object.keys(certificates),
});
