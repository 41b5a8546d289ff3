import type { SignInProfile } from '../../sign-in-profile.ts';
import { certificateStrategy } from './certificate.ts';
import { clientCredentialsStrategy } from './client-credentials.ts';
import { passwordStrategy } from './password.ts';
import { privateKeyStrategy } from './private-key-jwt.ts';
import type { SignInStrategy, TokenAsking } from './strategy.ts';

/** Makes a way to ask for tokens that only a browser has. */
export type BrowserStrategy = (asking: TokenAsking, now: () => number) => SignInStrategy;

export function strategyOf(
  signIn: Exclude<SignInProfile, { method: 'none' }>,
  asking: TokenAsking,
  now: () => number,
  inBrowser?: BrowserStrategy,
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
    case 'authorization-code':
      if (inBrowser === undefined)
        throw new Error('Nobody can sign in with a code where there is no browser.');
      return inBrowser(asking, now);
  }
}
