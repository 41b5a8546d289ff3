import { errors, type Locator } from 'playwright';
import type { Milliseconds } from '../../../domain/time.ts';
import { ANSWER_TIMEOUT, SystemError } from '../../care-system.ts';
import { Unsure } from '../../driver/outcome.ts';

/** How long something that should already stand on a page is waited for. */
export const PRESENT: Milliseconds = 5_000;

/** How long the server may take before a page is called broken. */
export const ANSWERED: Milliseconds = ANSWER_TIMEOUT;

/**
 * Does something on a page; what is not there becomes one sentence for a person.
 * @param what what was looked for, and where: 'knappen ”Spara” i formuläret ”Skriv anteckning”'
 */
export async function looking<T>(what: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof SystemError || error instanceof Unsure) throw error;
    const words = error instanceof Error ? error.message : String(error);
    if (words.includes('net::ERR_')) {
      throw new SystemError('unreachable', `Sidan gick inte att nå när ${what} skulle visas.`, {
        cause: error,
      });
    }
    if (error instanceof errors.TimeoutError) {
      throw new SystemError('broken-answer', `Det gick inte att hitta ${what}.`, { cause: error });
    }
    throw new SystemError('broken-answer', `Sidan gick sönder när ${what} skulle visas.`, { cause: error });
  }
}

/** How often something is looked for at once before Playwright's own, rarer looks take over. */
const QUICK_LOOKS = 20;

/**
 * Waits until something is on the page. Playwright looks again after 20, 50, 100 ms and so on; what a page shows sooner
 * is seen sooner here.
 */
export async function appear(part: Locator, timeout: Milliseconds): Promise<void> {
  for (let looks = 0; looks < QUICK_LOOKS; looks += 1) {
    if ((await part.count()) > 0) return;
  }
  await part.first().waitFor({ timeout });
}

/** What is shown of something on a page, as it is rendered; waits until it is there. */
export async function shownText(part: Locator, timeout: Milliseconds = PRESENT): Promise<string> {
  await appear(part, timeout);
  return (await part.allInnerTexts()).join('\n');
}
