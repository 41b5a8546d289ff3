import { createHash, timingSafeEqual } from 'node:crypto';
import type { SignedIn } from '../workflow.ts';
import type { Accounts } from './accounts.ts';

/** Who signs in with this user name and password; undefined when nobody does. */
export type Credentials = (userName: string, password: string) => Promise<SignedIn | undefined>;

/** One password for all accounts: they are invented people in a test environment. */
export function createCredentials(accounts: Accounts, password: string): Credentials {
  const expected = digest(password);
  return async (userName, given) => {
    if (!timingSafeEqual(digest(given), expected)) return undefined;
    return accounts(userName);
  };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
