import type { Locator, Page } from 'playwright';
import type { Instruction } from './instructions.ts';

type Role = Parameters<Page['getByRole']>[0];

const PRESSED: readonly Role[] = ['button', 'link', 'tab', 'radio'];
const SEEN: readonly Role[] = [
  ...PRESSED,
  'heading',
  'region',
  'navigation',
  'table',
  'rowheader',
  'cell',
  'form',
  'img',
  'article',
];

/** Somebody who does what a page says, and nothing else: finds everything by what it is and what it is called. */
export class Reader {
  readonly #page: Page;
  readonly #address: string;
  readonly #password: string;
  #receipt: string | undefined;

  constructor(page: Page, environment: { readonly address: string; readonly password: string }) {
    this.#page = page;
    this.#address = environment.address;
    this.#password = environment.password;
  }

  async follow(instruction: Exclude<Instruction, { do: 'stop' }>): Promise<void> {
    switch (instruction.do) {
      case 'open':
        await this.#page.goto(this.#address);
        return;
      case 'enter':
        return this.#page.keyboard.press('Enter');
      case 'press':
        return this.#press(instruction);
      case 'press-first-link':
        return this.#table(instruction.table).getByRole('link').first().click();
      case 'write':
        return this.#page.getByLabel(instruction.name, { exact: true }).fill(instruction.value);
      case 'write-password':
        return this.#page.getByLabel(instruction.name, { exact: true }).fill(this.#password);
      case 'choose':
        await this.#page
          .getByLabel(instruction.name, { exact: true })
          .selectOption({ label: instruction.value });
        return;
      case 'see-struck-through':
        return this.#page
          .getByRole('region', { name: instruction.name })
          .getByRole('article')
          .locator('del')
          .waitFor();
      case 'see':
        return instruction.name === 'Klart:' ? this.#seeReceipt() : this.#see(instruction.name);
    }
  }

  #table(name: string): Locator {
    return this.#page.getByRole('table', { name, exact: true });
  }

  /** The one thing of that name; a longer name counts where nothing is called just so. */
  async #press({ name, inMenu, row }: Extract<Instruction, { do: 'press' }>): Promise<void> {
    const place = inMenu
      ? this.#page.getByRole('navigation')
      : row === undefined
        ? this.#page
        : this.#page.getByRole('row').filter({ hasText: row });
    const called = (exact: boolean): Locator =>
      anyOf(PRESSED.map((role) => place.getByRole(role, { name, exact }))).filter({ visible: true });
    await called(false).first().waitFor();
    const exactly = called(true);
    await ((await exactly.count()) > 0 ? exactly : called(false)).click();
  }

  #see(name: string): Promise<void> {
    const named = SEEN.flatMap((role) => [
      this.#page.getByRole(role, { name, exact: true }),
      this.#page.getByRole(role, { name }),
    ]);
    return anyOf([...named, this.#page.getByText(name)])
      .filter({ visible: true })
      .first()
      .waitFor();
  }

  /** That of what was saved now, not of what was saved before. */
  async #seeReceipt(): Promise<void> {
    const all = this.#page.getByRole('status').filter({ hasText: 'Klart:' });
    const receipt = this.#receipt === undefined ? all : all.filter({ hasNotText: this.#receipt });
    await receipt.first().waitFor();
    this.#receipt = await receipt.first().innerText();
  }
}

const anyOf = (locators: readonly Locator[]): Locator => locators.reduce((any, each) => any.or(each));
