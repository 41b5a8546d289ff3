import type { Locator, Page } from 'playwright';
import type { Milliseconds } from '../../domain/time.ts';
import type { Account } from '../driver/account.ts';
import { quoted } from '../driver/words.ts';
import type { SignInForm } from '../sign-in-profile.ts';
import type { Visit } from './browser.ts';
import type { Failed } from './failure.ts';
import {
  alertsOn,
  buttonOn,
  buttonsInWords,
  buttonsOn,
  fieldOn,
  fieldsInWords,
  pageInWords,
} from './on-page.ts';

/** Somebody who signs in by a form. */
export interface FormFilling {
  readonly form: SignInForm;
  readonly account: Account;
  readonly password: string;
  readonly failed: Failed;
  /** How long a page may take. */
  readonly patience: Milliseconds;
}

/** Writes the user name and the password where the page asks for them, and sends them. */
export async function sendForm(page: Page, filling: FormFilling): Promise<void> {
  await fillIn(page, filling);
  await press(page, 'submit', filling);
}

/**
 * Signs in by the form, and lets the client in where that is asked for.
 * @returns the address that the person was sent back to
 */
export async function signInByForm({ page, back }: Visit, filling: FormFilling): Promise<string> {
  // An authorization request that is refused is sent back at once.
  const refused = await Promise.race([back, fillIn(page, filling)]);
  if (refused !== undefined) return refused;
  const told = await alertsOn(page).allInnerTexts();
  const problem = told.reduce((alerts, text) => alerts.filter({ hasNotText: text.trim() }), alertsOn(page));
  const left = nextPage(page);
  await press(page, 'submit', filling);
  return sentBack({ page, back }, filling, left, problem);
}

/**
 * What comes after the form: the way back, the form again, the question whether the client may, or nothing.
 * @param left the page that was sent is left
 * @param problem what would tell of a problem on it, where it stays
 */
async function sentBack(
  { page, back }: Visit,
  filling: FormFilling,
  left: Promise<'next page'>,
  problem: Locator,
): Promise<string> {
  const { account, failed, form, patience } = filling;
  const home = back.then((address) => ({ address }));
  let { consent } = form;
  let leaving = left;
  let stops = problem;
  for (;;) {
    const came = await Promise.race([home, leaving, shownWithin(patience, stops)]);
    if (typeof came === 'object') return came.address;
    if (came === 'nothing') {
      const where = await pageInWords(page);
      throw failed(account, `ingen kom tillbaka inom ${patience / 1000} s; ${where} visas`, ['redirectUri']);
    }
    leaving = nextPage(page);
    stops = fieldOn(page, form.password).or(buttonsOn(page));
    if (came === 'next page') continue;
    if (consent === undefined || !(await buttonOn(page, consent).isVisible())) {
      throw await stoppedBy(page, filling);
    }
    await press(page, 'consent', filling);
    consent = undefined;
    stops = alertsOn(page);
  }
}

/** The form once more, or something that the profile does not speak of. */
async function stoppedBy(page: Page, { account, failed, form }: FormFilling): Promise<Error> {
  const where = await pageInWords(page);
  const [said] = await alertsOn(page).allInnerTexts();
  if (said !== undefined || (await fieldOn(page, form.password).isVisible())) {
    const words = said === undefined ? '' : ` och säger ${quoted(said.trim())}`;
    return failed(account, `${where} visas igen${words}`, ['password', 'staff']);
  }
  return failed(account, `efter lösenordet frågar ${where} något mer, med ${await buttonsInWords(page)}`, [
    'form.consent',
  ]);
}

async function fillIn(page: Page, filling: FormFilling): Promise<void> {
  const { form, account, password } = filling;
  await write(page, 'userName', account, filling);
  if (form.next !== undefined) await press(page, 'next', filling);
  await write(page, 'password', password, filling);
}

const write = (page: Page, key: 'userName' | 'password', text: string, filling: FormFilling): Promise<void> =>
  onPage(page, key, filling, async ({ form, patience }) => {
    await fieldOn(page, form[key]).first().fill(text, { timeout: patience });
  });

const press = (page: Page, key: 'next' | 'submit' | 'consent', filling: FormFilling): Promise<void> =>
  onPage(page, key, filling, async ({ form, patience }) => {
    await buttonOn(page, form[key] ?? '')
      .first()
      .click({ timeout: patience });
  });

/** What Playwright says of a field may hold what was written in it; it is said anew, of the page. */
async function onPage(
  page: Page,
  key: keyof SignInForm,
  filling: FormFilling,
  act: (filling: FormFilling) => Promise<void>,
): Promise<void> {
  try {
    await act(filling);
  } catch (error) {
    if (!isTimeout(error)) throw brokenOff(filling, key);
    const isField = key === 'userName' || key === 'password';
    const wanted = `${isField ? 'fältet' : 'knappen'} ${quoted(filling.form[key] ?? '')}`;
    const there = isField ? await fieldsInWords(page) : await buttonsInWords(page);
    throw filling.failed(
      filling.account,
      `${wanted} finns inte på ${await pageInWords(page)}, som har ${there}`,
      [`form.${key}`],
    );
  }
}

const brokenOff = ({ account, failed }: FormFilling, key: keyof SignInForm): Error =>
  failed(account, 'sidan stängdes eller gick sönder medan den fylldes i', [`form.${key}`]);

const nextPage = (page: Page): Promise<'next page'> =>
  new Promise((resolve) => page.once('domcontentloaded', () => resolve('next page')));

async function shownWithin(patience: Milliseconds, part: Locator): Promise<'shown' | 'nothing'> {
  try {
    await part.first().waitFor({ timeout: patience });
    return 'shown';
  } catch (error) {
    if (isTimeout(error)) return 'nothing';
    throw error;
  }
}

/** Playwright's own, by name: its code is loaded where a browser is. */
const isTimeout = (error: unknown): boolean => error instanceof Error && error.name === 'TimeoutError';
