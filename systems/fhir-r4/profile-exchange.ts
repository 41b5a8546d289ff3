import type { Milliseconds } from '../../domain/time.ts';
import { type Accounts, accountsOf } from '../driver/account.ts';
import type { SystemProfile } from '../profile.ts';
import { createExchange, type Exchange } from './exchange.ts';
import type { BrowserStrategy } from './sign-in/strategy-of.ts';
import { createSignIn, type SignIn } from './sign-in.ts';
import type { Transport } from './transport.ts';
import type { Waits } from './waiting.ts';

/** The FHIR server of a profile, and who can ask it. */
export interface ProfileExchange {
  readonly base: string;
  readonly exchange: Exchange;
  readonly signIn: SignIn;
  readonly accounts: Accounts;
}

export function createProfileExchange(options: {
  readonly profile: SystemProfile;
  readonly transport: Transport;
  /** For a profile whose people sign in on pages. */
  readonly inBrowser?: BrowserStrategy | undefined;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly timeout: Milliseconds;
  /** Waits for a system that is busy. */
  readonly waits?: Waits;
}): ProfileExchange {
  const { profile, transport, inBrowser, now, timeout, waits } = options;
  const base = profile.fhir;
  if (base === undefined) throw new Error(`The profile ${profile.name} has no address for FHIR.`);
  const signIn = createSignIn(profile.signIn, transport, now, timeout, inBrowser);
  const exchange = createExchange({
    base,
    alsoKnownAs: profile.alsoKnownAs,
    transport,
    signIn,
    timeout,
    waits,
  });
  return { base, exchange, signIn, accounts: accountsOf(profile) };
}
