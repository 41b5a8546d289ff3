import type { PasswordSignIn } from '../../sign-in-profile.ts';
import { askForToken, type SignInStrategy, type TokenAsking } from './strategy.ts';

export const passwordStrategy = (
  { tokenEndpoint, clientId, password, scope }: PasswordSignIn,
  asking: TokenAsking,
): SignInStrategy => ({
  ask: (account) =>
    askForToken(asking, tokenEndpoint, {
      grant_type: 'password',
      client_id: clientId,
      username: account,
      password,
      scope,
    }),
  keys: () => ['clientId', 'password'],
});
