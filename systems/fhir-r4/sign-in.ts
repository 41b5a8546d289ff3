import type { Milliseconds } from '../../domain/time.ts';
import type { Account } from '../driver/account.ts';
import type { SignInProfile } from '../sign-in-profile.ts';
import { tellOfResources } from './scopes.ts';
import { type BrowserStrategy, strategyOf } from './sign-in/strategy-of.ts';
import { type Token, tokenIn } from './sign-in/token.ts';
import type { Transport } from './transport.ts';

/** Where authorization comes from; one token an account, fetched when first needed. */
export interface SignIn {
  /** The Authorization header that says who is asking, empty where nobody signs in. */
  authorization(account: Account): Promise<string>;
  /** The same where it is at hand, with nothing to wait for. */
  atHand(account: Account): string | undefined;
  /** The token was not accepted: the next `authorization` fetches another. False where there is none to fetch. */
  renew(account: Account): boolean;
  /** The tokens that are in use; what must be taken out of all that is written down. */
  inUse(): Promise<readonly string[]>;
  /** All that somebody may, as OAuth writes it; undefined where that cannot be known before the run. */
  scopes(): Promise<readonly string[] | undefined>;
  /** What the tokens that have come may be used for, where the system says; undefined where it says nothing of resources. */
  granted(): Promise<readonly string[] | undefined>;
  /** What to do in the profile where the system takes no sign-in, as the end of a sentence. */
  readonly advice: string;
}

const NOBODY: SignIn = {
  authorization: async () => '',
  atHand: () => '',
  renew: () => false,
  inUse: async () => [],
  scopes: async () => undefined,
  granted: async () => undefined,
  advice: 'skriv i systemprofilen under signIn hur robotarna loggar in',
};

/** @param now epoch milliseconds */
export function createSignIn(
  signIn: SignInProfile,
  transport: Transport,
  now: () => number,
  timeout: Milliseconds,
  inBrowser?: BrowserStrategy,
): SignIn {
  if (signIn.method === 'none') return NOBODY;
  const strategy = strategyOf(signIn, { transport, timeout }, now, inBrowser);
  const tokens = new Map<Account, Promise<Token>>();
  /** Those of them that have come. */
  const come = new Map<Account, Token>();

  const fetchToken = async (account: Account): Promise<Token> =>
    tokenIn(await strategy.ask(account), account, strategy.keys(account), now());

  function tokenOf(account: Account): Promise<Token> {
    const fetched = fetchToken(account);
    tokens.set(account, fetched);
    fetched.then(
      (token) => {
        if (tokens.get(account) === fetched) come.set(account, token);
      },
      () => {
        if (tokens.get(account) === fetched) tokens.delete(account);
      },
    );
    return fetched;
  }

  return {
    async authorization(account) {
      const known = tokens.get(account);
      const token = await (known ?? tokenOf(account));
      if (token.renewAt > now()) return token.authorization;
      // Somebody else may have begun to renew it while this one waited.
      const current = tokens.get(account);
      const renewed = await (current === undefined || current === known ? tokenOf(account) : current);
      return renewed.authorization;
    },
    atHand(account) {
      const token = come.get(account);
      return token !== undefined && token.renewAt > now() ? token.authorization : undefined;
    },
    renew(account) {
      come.delete(account);
      tokens.delete(account);
      return true;
    },
    async inUse() {
      const settled = await Promise.allSettled(tokens.values());
      return settled.flatMap((token) => (token.status === 'fulfilled' ? [token.value.value] : []));
    },
    async scopes() {
      const { accounts } = strategy;
      const asked = wordsIn(signIn.scope);
      const held = await Promise.all(
        (accounts ?? []).map((account) => tokens.get(account) ?? tokenOf(account)),
      );
      // What is granted need not be told where it is what was asked for (RFC 6749, 5.1).
      const granted =
        accounts === undefined
          ? asked
          : held.flatMap(({ scope }) => (scope === undefined ? asked : wordsIn(scope)));
      return tellOfResources([...asked, ...granted]) ? [...new Set(granted)] : undefined;
    },
    async granted() {
      const told = [...come.values()].flatMap(({ scope }) => wordsIn(scope));
      return tellOfResources(told) ? [...new Set(told)] : undefined;
    },
    advice: 'kontrollera signIn.tokenEndpoint och signIn.scope i systemprofilen',
  };
}

const wordsIn = (scope = ''): string[] => scope.split(' ').filter((word) => word !== '');
