import type { Locator, Page } from 'playwright';
import { listed, quoted } from '../driver/words.ts';

/** A field by what the page calls it: its label, or the words that stand in it while it is empty. */
export const fieldOn = (page: Page, name: string): Locator =>
  page
    .getByLabel(name, { exact: true })
    .or(page.getByPlaceholder(name, { exact: true }))
    .and(page.locator('input'))
    .filter({ visible: true });

export const buttonOn = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true }).filter({ visible: true });

export const buttonsOn = (page: Page): Locator => page.getByRole('button').filter({ visible: true });

/** What tells of a problem; an empty place for it tells of none. */
export const alertsOn = (page: Page): Locator =>
  page.getByRole('alert').filter({ visible: true, hasText: /\S/ });

/** 'fälten ”User” och ”Password”', as the page has them. */
export const fieldsInWords = async (page: Page): Promise<string> =>
  inWords(
    ['inget fält', 'fältet', 'fälten'],
    await page.locator('input:not([type=hidden])').filter({ visible: true }).evaluateAll(namesOf),
  );

export const buttonsInWords = async (page: Page): Promise<string> =>
  inWords(['ingen knapp', 'knappen', 'knapparna'], await buttonsOn(page).evaluateAll(namesOf));

/** 'sidan ”Logga in”' */
export const pageInWords = async (page: Page): Promise<string> =>
  `sidan ${quoted((await page.title()) || new URL(page.url()).pathname)}`;

/** Runs in the page: what people see beside or in each; never what somebody wrote there. */
function namesOf(elements: unknown[]): string[] {
  return (elements as readonly Control[]).map(
    (element) =>
      element.labels?.[0]?.innerText ||
      element.getAttribute('aria-label') ||
      element.placeholder ||
      element.innerText ||
      (element.type === 'submit' && element.value) ||
      element.name ||
      '',
  );
}

interface Control {
  readonly labels?: readonly { readonly innerText: string }[];
  getAttribute(name: string): string | null;
  readonly placeholder?: string;
  readonly innerText: string;
  readonly type?: string;
  readonly value?: string;
  readonly name?: string;
}

function inWords([none, one, several]: readonly [string, string, string], names: readonly string[]): string {
  const told = names
    .map((name) => name.replaceAll(/\s+/g, ' ').trim())
    .filter((name) => name !== '')
    .map((name) => quoted(name, 60));
  return told.length === 0 ? none : `${told.length === 1 ? one : several} ${listed(told)}`;
}
