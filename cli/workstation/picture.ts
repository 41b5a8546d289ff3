import type { BrowserContext, Frame, Page } from 'playwright';
import { isSafePersonnummer } from '../../domain/identifiers.ts';
import type { PictureWithheld } from '../../domain/lab-evidence.ts';
import { type Milliseconds, SECOND } from '../../domain/time.ts';
import { createRedactor } from '../../evidence/redact.ts';

/** A page that takes longer to draw has gone on to something else. */
const DRAWN_WITHIN: Milliseconds = 3 * SECOND;

/** The rule of the evidence; secrets of the run are known to no workstation, and stand in fields that show dots. */
const redact = createRedactor({ isSafeIdentity: isSafePersonnummer });

/**
 * What the page before somebody shows, as PNG, or why no picture is taken of it: pictures are of the care system alone, and of
 * nothing that evidence may not hold. What cannot be taken out of a picture is not pictured at all.
 */
export async function pictureOf(
  context: BrowserContext,
  { pages, largest }: { readonly pages: string; readonly largest: number },
): Promise<Buffer | PictureWithheld> {
  const page = await pageInFront(context);
  if (page === undefined) return 'closed';
  if (URL.parse(page.url())?.origin !== new URL(pages).origin) return 'elsewhere';
  try {
    const texts = await Promise.all(page.frames().map(textOf));
    if (texts.some((text) => redact(text) !== text)) return 'unsafe';
    const picture = await page.screenshot({
      ...{ scale: 'css', animations: 'disabled', timeout: DRAWN_WITHIN },
      mask: [page.locator('input[type="password"]')],
    });
    return picture.length > largest ? 'too-large' : picture;
  } catch (error) {
    if (page.isClosed()) return 'closed';
    throw error;
  }
}

/** The page that somebody works in, of several; the last one opened where none has the focus. */
async function pageInFront(context: BrowserContext): Promise<Page | undefined> {
  const pages = context.pages().toReversed();
  const focused = await Promise.all(
    pages.map((page) => page.evaluate<boolean>('document.hasFocus()').catch(() => false)),
  );
  return pages[Math.max(0, focused.indexOf(true))];
}

/** What a frame says, and what is written in its fields. */
async function textOf(frame: Frame): Promise<string> {
  const fields = frame.locator('input:not([type="password"]), textarea');
  const written = await fields.evaluateAll((all: readonly { readonly value: string }[]) =>
    all.map(({ value }) => value),
  );
  return [await frame.locator('body').innerText(), ...written].join('\n');
}
