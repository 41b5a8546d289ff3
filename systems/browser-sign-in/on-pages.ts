import type { Page } from 'playwright';
import type { Milliseconds } from '../../domain/time.ts';
import type { Account } from '../driver/account.ts';
import type { AuthorizationCodeSignIn } from '../sign-in-profile.ts';
import type { Visit } from './browser.ts';
import { type Failed, failuresOf } from './failure.ts';
import { sendForm, signInByForm } from './form.ts';
import { onPage, signInByModule } from './own-module.ts';

/** How somebody signs in on the provider's pages, as the profile says. */
export interface OnPages {
  /** @returns the address that they were sent back to */
  signIn(visit: Visit, account: Account, patience: Milliseconds): Promise<string>;
  /** What they do on the page, for whoever sees for themselves what comes of it. */
  act(page: Page, account: Account, patience: Milliseconds): Promise<void>;
}

export function onPagesOf(profile: AuthorizationCodeSignIn, failed: Failed = failuresOf(profile)): OnPages {
  const { form, module, password } = profile;
  if (form !== undefined) {
    const filling = { form, password: password ?? '', failed };
    return {
      signIn: (visit, account, patience) => signInByForm(visit, { ...filling, account, patience }),
      act: (page, account, patience) => sendForm(page, { ...filling, account, patience }),
    };
  }
  if (module === undefined) throw new Error('The profile has neither a form nor a module to sign in by.');
  const by = { module, password, failed };
  return {
    signIn: (visit, account, patience) => signInByModule(visit, { ...by, account, patience }),
    act: (page, account) => onPage(page, { ...by, account }),
  };
}
