import type { Locator, Page } from 'playwright';
import { SystemError } from '../../care-system.ts';
import { Refused, Unsettled } from '../../driver/outcome.ts';
import { ANSWERED, appear, looking, PRESENT, shownText } from './looking.ts';

/** A form on a page: fields by their labels, and a button that sends it. */
export interface Form {
  write(label: string, text: string): Promise<Form>;
  /** Chooses in a list, by the words of the choice. */
  choose(label: string, choice: string): Promise<Form>;
  /** Chooses one of several round buttons. */
  pick(choice: string): Promise<Form>;
  /**
   * Sends it and waits for what the page says of it.
   * @returns the number of what was saved
   * @throws Refused in the system's own words; Unsettled when it cannot be told whether it was saved
   */
  send(button: string): Promise<string>;
}

/** Refused where the page says that it leaves this out for the role of the one signed in. */
async function refuseIfLeftOut(page: Page, leftOut: Locator): Promise<void> {
  const [name] = await leftOut.allInnerTexts();
  if (name === undefined) return;
  const [words = ''] = (await shownText(page.getByRole('note'))).split('\n');
  throw new Refused(`${words.trim()} ${name.trim()}.`, 'authority');
}

/** The form of this name; refused at once when the page says that it is not for the one signed in. */
export async function formOn(page: Page, name: string): Promise<Form> {
  const form = page.getByRole('form', { name, exact: true });
  const leftOut = page.getByRole('note').getByText(name, { exact: true });
  await looking(`formuläret ”${name}”`, () => appear(form.or(leftOut), PRESENT));
  await refuseIfLeftOut(page, leftOut);

  const field = (label: string): Locator => form.getByLabel(label, { exact: true });
  const inForm = (label: string): string => `”${label}” i formuläret ”${name}”`;
  const self: Form = {
    async write(label, text) {
      await looking(`fältet ${inForm(label)}`, () => field(label).fill(text, { timeout: PRESENT }));
      return self;
    },
    async choose(label, choice) {
      await looking(`valet ”${choice}” i listan ${inForm(label)}`, () =>
        field(label).selectOption({ label: choice }, { timeout: PRESENT }),
      );
      return self;
    },
    async pick(choice) {
      await looking(`valet ${inForm(choice)}`, () =>
        form.getByRole('radio', { name: choice, exact: true }).check({ timeout: PRESENT }),
      );
      return self;
    },
    send: (button) => pressIn(form, button, `formuläret ”${name}”`),
  };
  return self;
}

/** Presses the single button of this name, as in a row, and waits for what the page says of it. */
export async function press(page: Page, name: string): Promise<string> {
  const button = page.getByRole('group', { name, exact: true });
  // A button in a row is named for the row too, ”Ge dosen av 1A2B3C4D”; what a page leaves out is named for all rows.
  const leftOut = page
    .getByRole('note')
    .getByRole('listitem')
    .filter({ hasText: beginningsOf(name) });
  await looking(`knappen ”${name}” i listan`, () => appear(button.or(leftOut), PRESENT));
  await refuseIfLeftOut(page, leftOut);
  return pressIn(button, name, 'listan');
}

/** 'Ge', 'Ge dosen', 'Ge dosen av' … */
function beginningsOf(name: string): RegExp {
  const words = name.split(' ');
  return new RegExp(`^(${words.map((_, index) => words.slice(0, index + 1).join(' ')).join('|')})$`);
}

async function pressIn(part: Locator, button: string, where: string): Promise<string> {
  await looking(`knappen ”${button}” i ${where}`, () =>
    part.getByRole('button', { name: button, exact: true }).click({ timeout: PRESENT }),
  );
  const receipt = part.getByRole('status').filter({ hasText: /\S/ });
  const alert = part.getByRole('alert');
  try {
    await appear(receipt.or(alert), ANSWERED);
  } catch (error) {
    throw new Unsettled(`Sidan sade inget om vad som hände efter ”${button}” i ${where}.`, { cause: error });
  }
  const [said, refusedOrBroken] = await Promise.all([receipt.allInnerTexts(), alert.allInnerTexts()]);
  const no = refusedOrBroken[0]?.trim();
  if (no === undefined) return numberIn(said[0] ?? '', where);
  if (no.includes(REFUSED))
    throw new Refused(no.slice(no.indexOf(REFUSED) + REFUSED.length).trim(), 'unsaid');
  throw new Unsettled(no);
}

const REFUSED = 'Systemet säger nej.';

function numberIn(receipt: string, where: string): string {
  const number = /Klart: (.+)$/.exec(receipt.trim())?.[1];
  if (number === undefined) {
    throw new SystemError('broken-answer', `Kvittensen i ${where} saknar nummer: ”${receipt}”.`);
  }
  return number;
}
