import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import { InputError } from '../../domain/input-error.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { Account } from '../driver/account.ts';
import type { Visit } from './browser.ts';
import type { Failed } from './failure.ts';

/** Who signs in. */
interface SigningIn {
  readonly userName: string;
  /** What the profile has as `password`, where it has one. */
  readonly password: string | undefined;
}

/**
 * What a module of one's own exports as `signIn`: it is given the page where the provider lets people sign in, and does
 * there what they do. It need not wait for what comes after.
 */
export type SignInOnPage = (page: Page, account: SigningIn) => Promise<void>;

/** Somebody who signs in by a module. */
interface ByModule {
  readonly module: string;
  readonly account: Account;
  readonly password: string | undefined;
  readonly failed: Failed;
  /** How long the way back may take when the module is done. */
  readonly patience: Milliseconds;
}

/** @returns the address that the person was sent back to */
export async function signInByModule({ page, back }: Visit, by: ByModule): Promise<string> {
  await onPage(page, by);
  const waiting = new AbortController();
  const nothing = pause(by.patience, undefined, { signal: waiting.signal });
  try {
    const address = await Promise.race([back, nothing]);
    if (address !== undefined) return address;
    throw by.failed(by.account, `modulen blev klar, men ingen kom tillbaka inom ${by.patience / 1000} s`, [
      'module',
      'redirectUri',
    ]);
  } finally {
    waiting.abort();
  }
}

/** Lets the module do its work on a page. */
export async function onPage(
  page: Page,
  { module, account, password, failed }: Omit<ByModule, 'patience'>,
): Promise<void> {
  const signIn = await signInOf(module);
  try {
    await signIn(page, { userName: account, password });
  } catch (error) {
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw failed(account, `modulen gav upp (${line})`, ['module']);
  }
}

/** @throws InputError when there is no such file, or nobody signs in by it */
async function signInOf(file: string): Promise<SignInOnPage> {
  if (!existsSync(file)) {
    throw new InputError(`Det finns ingen fil ${file}; rätta signIn.module i systemprofilen.`);
  }
  const { signIn }: { readonly signIn?: unknown } = await import(pathToFileURL(file).href);
  if (isSignIn(signIn)) return signIn;
  throw new InputError(
    'Modulen saknar exporten signIn; skriv "export async function signIn(page, account) { … }".',
    { file },
  );
}

const isSignIn = (value: unknown): value is SignInOnPage => typeof value === 'function';
