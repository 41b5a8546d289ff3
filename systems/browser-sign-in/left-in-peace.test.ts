import { expect, it } from 'vitest';
import { SystemError, type SystemErrorKind } from '../care-system.ts';
import type { AuthorizationCodeSignIn } from '../sign-in-profile.ts';
import { authorizationCodeStrategy } from './authorization-code.ts';
import type { SignInBrowser } from './browser.ts';

const SIGN_IN: AuthorizationCodeSignIn = {
  method: 'authorization-code',
  authorizationEndpoint: 'http://127.0.0.1:9/auth',
  tokenEndpoint: 'http://127.0.0.1:9/token',
  clientId: 'genrep-robot',
  redirectUri: 'http://127.0.0.1:9/genrep',
  staff: '{role}',
  registry: 'register',
  module: '/our-sign-in.ts',
};

/** A strategy whose every visit to the pages fails, and how many there were. */
function failing(kind: SystemErrorKind) {
  let [clock, visits] = [0, 0];
  const browser: SignInBrowser = {
    async visit() {
      visits += 1;
      throw new SystemError(kind, `besök ${visits}`);
    },
    close: async () => undefined,
  };
  const transport = {
    request: async () => {
      throw new Error('No token is asked for.');
    },
    close: async () => undefined,
  };
  const { ask } = authorizationCodeStrategy(SIGN_IN, browser, { transport, timeout: 1 }, () => clock);
  return {
    tried: async (account: string): Promise<string> => String(await ask(account).catch((error) => error)),
    forward: (milliseconds: number) => {
      clock += milliseconds;
    },
  };
}

it('leaves an account that was refused in peace for five minutes, so that nobody is locked out', async () => {
  const { tried, forward } = failing('sign-in');
  expect(await tried('nurse')).toBe('SystemError: besök 1');
  expect(await tried('nurse')).toBe('SystemError: besök 1');
  expect(await tried('physician')).toBe('SystemError: besök 2');
  forward(299_000);
  expect(await tried('nurse')).toBe('SystemError: besök 1');
  forward(2_000);
  expect(await tried('nurse')).toBe('SystemError: besök 3');
});

it('tries again at once where the page was only out of reach', async () => {
  const { tried } = failing('unreachable');
  expect([await tried('nurse'), await tried('nurse')]).toEqual([
    'SystemError: besök 1',
    'SystemError: besök 2',
  ]);
});
