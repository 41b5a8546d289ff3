import process from 'node:process';
import { InputError } from '../../domain/input-error.ts';
import { findBrowser, launchBrowser, showBrowser } from '../../systems/browser/browser.ts';
import { interruptible } from '../interruption.ts';
import { LabContact, NotOfLab } from '../workstation/lab-contact.ts';
import { Workstation } from '../workstation/workstation.ts';

/** As commander hands them over. */
export interface WorkstationOptions {
  readonly headless?: true;
  readonly json?: true;
}

/** `genrep lab workstation`: the browser of a place in a lab, whose pages are kept when something happens to its cards. */
export async function openWorkstation(
  address: string,
  code: string,
  { headless, json }: WorkstationOptions,
): Promise<void> {
  const hasWindow = headless !== true;
  if (hasWindow) requireScreen(process.env);
  const found = findBrowser(process.env, { hasWindow });
  const contact = await LabContact.join(address, code);
  const browser = await (hasWindow ? showBrowser(found) : launchBrowser(found));
  const say = (sv: string): void => void process.stderr.write(`${sv}\n`);
  try {
    const workstation = await Workstation.open({
      ...{ contact, browser, hasWindow },
      onContact: (isThere) =>
        say(
          isThere ? 'Kontakten med labbet är tillbaka.' : 'Ingen kontakt med labbet just nu; väntar på det.',
        ),
    });
    const { seat, pseudonym, unitName, pages } = contact.place;
    process.stdout.write(
      json === true
        ? `${JSON.stringify({ seat, pages })}\n`
        : `Arbetsplatsen för ${pseudonym}, ${unitName}, är öppen på ${pages}.\n` +
            'En bild tas när ett kort blir klart, inte syns, behövde hjälp eller inte gick. Stäng webbläsaren eller tryck Ctrl-C.\n',
    );
    await interruptible((signal) => workstation.follow(signal));
  } catch (error) {
    throw error instanceof NotOfLab ? new InputError(error.message) : error;
  } finally {
    await contact.close();
    await browser.close();
  }
}

/** Where there is nothing to show a window on, that is said before anything starts. */
function requireScreen({ DISPLAY, WAYLAND_DISPLAY }: NodeJS.ProcessEnv): void {
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY)
    throw new InputError(
      'Här finns ingen skärm att öppna en webbläsare på. Kör kommandot på arbetsplatsens dator, eller med --headless.',
    );
}
