import type { SignInProfile } from '../../sign-in-profile.ts';
import { certificateStrategy } from './certificate.ts';
import { clientCredentialsStrategy } from './client-credentials.ts';
import { passwordStrategy } from './password.ts';
import { privateKeyStrategy } from './private-key-jwt.ts';
import type { SignInStrategy, TokenAsking } from './strategy.ts';

export function strategyOf(
  signIn: Exclude<SignInProfile, { method: 'none' }>,
  asking: TokenAsking,
  now: () => number,
): SignInStrategy {
  switch (signIn.method) {
    case 'password':
      return passwordStrategy(signIn, asking);
    case 'client-credentials':
      return clientCredentialsStrategy(signIn, asking);
    case 'private-key-jwt':
      return privateKeyStrategy(signIn, asking, now);
    case 'certificate':
      return certificateStrategy(signIn, asking);
  }
}
