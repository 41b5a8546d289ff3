import { formatPosition } from '../../domain/input-error.ts';
import { createRedactor } from '../../evidence/redact.ts';
import { SystemError } from '../care-system.ts';
import type { Account } from '../driver/account.ts';
import { listed } from '../driver/words.ts';
import type { AuthorizationCodeSignIn } from '../sign-in-profile.ts';

/** Somebody could not sign in: what came of it, and the keys of the profile's signIn to look at. */
export type Failed = (account: Account, came: string, keys: readonly string[]) => SystemError;

/** Nothing of what made it fail goes along: what Playwright and providers say may hold what was written and sent. */
export function failuresOf(signIn: AuthorizationCodeSignIn): Failed {
  const redact = createRedactor({ secrets: signIn.password === undefined ? [] : [signIn.password] });
  return (account, came, keys) => {
    const advice = listed(keys.map((key) => `signIn.${placed(signIn, key)}`));
    return new SystemError(
      'sign-in',
      `${account} kunde inte logga in: ${redact(came)}; kontrollera ${advice} i systemprofilen.`,
    );
  };
}

/** A key with where it stands: 'form.userName (our-system.yaml:14:15)'. */
export function placed({ places }: AuthorizationCodeSignIn, key: string): string {
  const place = places?.[key];
  return place === undefined ? key : `${key} (${formatPosition(place)})`;
}
