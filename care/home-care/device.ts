import type { BrowserContext, Locator, Page } from 'playwright';
import { MINUTE } from '../../domain/time.ts';
import { SystemError } from '../../systems/care-system.ts';
import { Refused } from '../../systems/driver/outcome.ts';
import type { Desk } from '../../systems/reference-ui/desk.ts';
import { ANSWERED, appear, looking, PRESENT } from '../../systems/reference-ui/screen/looking.ts';

/**
 * The app of the round, as the actor has it on a device of their own: what is written on it stays in the browser between
 * the steps, whether or not there is a network, and the app itself is closed in between.
 */
export async function onDevice<T>(at: Desk, work: (app: App) => Promise<T>, clockAhead = 0): Promise<T> {
  const { page } = at.screen;
  const app = await page.context().newPage();
  try {
    if (clockAhead !== 0) await app.clock.install({ time: Date.now() + clockAhead * MINUTE });
    await looking('hemsjukvårdens app', () =>
      app.goto(new URL('/home-care/', page.url()).href, { timeout: ANSWERED }),
    );
    await signedIn(app);
    await inTouch(app);
    return await work(new App(app, at));
  } finally {
    await app.close();
    await page.context().setOffline(false);
  }
}

async function signedIn(app: Page): Promise<void> {
  const signIn = app.getByRole('button', { name: /^Logga in( igen)?$/ });
  const bar = app.locator('.contact-state');
  await looking('appens första sida', () => appear(signIn.or(bar).first(), ANSWERED));
  // Who is signed in to the record in this browser is so here.
  if (await signIn.isVisible()) await looking('knappen ”Logga in”', () => signIn.click({ timeout: PRESENT }));
}

const inTouch = (app: Page): Promise<void> =>
  looking('beskedet ”Nät finns” i appen', () =>
    appear(app.getByText('Nät finns', { exact: true }), ANSWERED),
  );

/** What can be done and seen on the device. */
export class App {
  readonly page: Page;
  readonly #at: Desk;
  readonly #context: BrowserContext;

  constructor(page: Page, at: Desk) {
    this.page = page;
    this.#at = at;
    this.#context = page.context();
  }

  /** To the patient's visit, through the round. */
  async visit(): Promise<void> {
    const { value } = this.#at.patient.identifier;
    await looking('patientens besök i rundan', () =>
      this.page.getByRole('link').filter({ hasText: value }).click({ timeout: PRESENT }),
    );
  }

  /** No network from here until the app is closed. The app itself asks, not its service worker, so that the browser's switch suffices. */
  async loseNetwork(): Promise<void> {
    await this.#context.setOffline(true);
  }

  async write(form: string, fields: Readonly<Record<string, string>>, button: string): Promise<void> {
    await looking(`”${form}” i appen`, async () => {
      await this.page.getByText(form, { exact: true }).click({ timeout: PRESENT });
      const part = this.page.getByRole('form', { name: form, exact: true });
      for (const [label, text] of Object.entries(fields))
        await part.getByLabel(label, { exact: true }).fill(text, { timeout: PRESENT });
      await part.getByRole('button', { name: button, exact: true }).click({ timeout: PRESENT });
      await appear(part.getByText('Sparat på enheten.'), PRESENT);
    });
  }

  /** Gives the dose of the only drug of this name; refused in the app's words where it does not let it be given. */
  async give(drug: string): Promise<void> {
    const line = this.page
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('button', { name: `Ge dosen av ${drug}` }) });
    await looking(`”${drug}” i appens läkemedelslista`, () => appear(line.first(), PRESENT));
    const button = line.getByRole('button', { name: `Ge dosen av ${drug}` });
    if (await button.isDisabled()) throw new Refused(await textOf(line, /delegering/), 'rule');
    await looking(`knappen ”Ge dosen av ${drug}”`, () => button.click({ timeout: PRESENT }));
    await looking('dosen bland det som är skrivet på enheten', () =>
      appear(this.entries('waiting').or(this.entries('stands')).first(), ANSWERED),
    );
  }

  /** What was written on the device and is so far on its way. */
  entries(state: 'waiting' | 'stands'): Locator {
    return this.page.locator(`.entries [data-state="${state}"]`);
  }

  /** How many things were written for this visit. */
  async written(): Promise<number> {
    return this.page.locator('.entries [data-entry]').count();
  }

  /** Waits until nothing waits any more. */
  async allSent(): Promise<void> {
    await looking('beskedet ”Allt är skickat” i appen', () =>
      appear(this.page.getByText('Allt är skickat', { exact: true }), ANSWERED),
    );
  }

  /** The numbers, as the record shows them, of what stands there, in the order it was written. */
  async numbersStanding(): Promise<readonly string[]> {
    const standing = await this.entries('stands').all();
    const references = await Promise.all(standing.map((each) => each.getAttribute('data-reference')));
    return references
      .map((reference) => (reference ?? '').replaceAll('-', '').slice(-8).toUpperCase())
      .reverse();
  }
}

async function textOf(part: Locator, wanted: RegExp): Promise<string> {
  const text = (await part.innerText()).split('\n').find((line) => wanted.test(line));
  if (text === undefined)
    throw new SystemError('broken-answer', 'Appen säger inte varför dosen inte får ges.');
  return text.trim();
}
