import { meansOf } from '../../means-of.ts';
import type { SignInProfile } from '../../sign-in-profile.ts';
import type { AuthorizationServer } from '../../testing/authorization-server.ts';
import { createProfileExchange } from '../profile-exchange.ts';
import type { SignIn } from '../sign-in.ts';

/** Somebody who reads on a server that must be signed in to. */
export interface SignedIn {
  readonly signIn: SignIn;
  /** Reads as this account; as the register without. */
  read(account?: string): Promise<{ readonly status: number }>;
  /** Lets the robots' clock, not the server's, go so many milliseconds. */
  forward(milliseconds: number): void;
  close(): Promise<void>;
}

export function signedIn({ fhir }: AuthorizationServer, signIn: SignInProfile): SignedIn {
  let ahead = 0;
  const profile = { name: 'prov', environment: 'test', fhir, signIn } as const;
  const means = meansOf(profile);
  const { exchange, accounts, ...rest } = createProfileExchange({
    profile,
    ...means,
    now: () => Date.now() + ahead,
    timeout: 5_000,
  });
  return {
    signIn: rest.signIn,
    read: (account = accounts.registry) =>
      exchange(account, { method: 'GET', address: 'Patient/1', name: 'GET Patient/:id' }),
    forward(milliseconds) {
      ahead += milliseconds;
    },
    close: () => means.transport.close(),
  };
}
