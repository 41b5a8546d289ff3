import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright';
import type { Patient } from '../../../domain/patient.ts';
import { findBrowser, launchBrowser } from '../../browser/browser.ts';
import { Rehearsal } from '../../contract/rehearsal.ts';
import type { Line } from '../../contract/script.ts';
import type { Screen } from '../screen/screen.ts';
import { signIn, withPassword } from '../sign-in.ts';
import { EVENTFUL_STAY } from './eventful-stay.ts';
import { openUiHarness, type UiHarness } from './ui-harness.ts';

/** Somebody in whose stay something of every kind has happened, and a browser to look at it in. */
export interface StayInBrowser {
  readonly harness: UiHarness;
  readonly browser: Browser;
  readonly patient: Patient;
  newContext(): Promise<BrowserContext>;
  /** The screen of an account; the same one each time. */
  screenOf(account: string): Promise<Screen>;
  /** Plays more of the stay, by api. */
  goOn(lines: readonly Line[]): Promise<void>;
  close(): Promise<void>;
}

/** @param options.firstPerson serial number of the first person, so that none meets another's */
export async function openStayInBrowser(options: {
  readonly firstPerson: number;
  readonly viewport?: BrowserContextOptions['viewport'];
}): Promise<StayInBrowser> {
  const { firstPerson, ...looks } = options;
  const harness = await openUiHarness({ firstPerson });
  const browser = await launchBrowser(findBrowser());
  const patient = harness.patient(false);
  const screens = new Map<string, Promise<Screen>>();
  const newContext = (): Promise<BrowserContext> =>
    browser.newContext({ locale: 'sv-SE', reducedMotion: 'reduce', ...looks });
  const goOn = (lines: readonly Line[]): Promise<void> =>
    new Rehearsal({ ...harness, system: harness.api, patient, other: harness.patient(false) }).play(lines);

  await goOn(EVENTFUL_STAY);
  return {
    harness,
    browser,
    patient,
    newContext,
    goOn,
    screenOf(account) {
      const { ui, password } = harness.reference;
      const screen =
        screens.get(account) ??
        newContext().then((context) => signIn(context, ui, account, withPassword(password)));
      screens.set(account, screen);
      return screen;
    },
    async close() {
      await browser.close();
      await harness.close();
    },
  };
}
