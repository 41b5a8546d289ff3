import type { Page } from 'playwright';
import { InputError, type InputPosition } from '../../../domain/input-error.ts';
import type { Milliseconds, Timekeeper } from '../../../domain/time.ts';
import type { YamlPath } from '../../../input/yaml-source.ts';
import type { WrittenScreens } from '../screens.ts';
import { filledIn, NoSuchValue } from '../values.ts';

/** How long a page is waited for. */
export interface Patience {
  /** For something that should already stand there. */
  readonly present: Milliseconds;
  /** For what the server must answer first. */
  readonly answered: Milliseconds;
}

/** A page in which somebody does one step of a flow, with what the file says of it. */
export interface InPage {
  readonly page: Page;
  readonly address: string;
  readonly written: WrittenScreens;
  readonly value: (name: string) => string;
  readonly patience: Patience;
  readonly clock: Timekeeper;
}

/** A text of the file as it should stand on the page. */
export function textFor({ value, written }: InPage, text: string, path: YamlPath): string {
  try {
    return filledIn(text, value);
  } catch (error) {
    if (error instanceof NoSuchValue) throw new InputError(error.message, written.placeOf(path));
    throw error;
  }
}

/** 'our-screens.yaml:12' */
export const lineOf = ({ written }: InPage, path: YamlPath): string => lineAt(written.placeOf(path));

const lineAt = ({ file, line }: InputPosition): string => `${file}:${line}`;

/** What a person calls the page. */
export const titleOf = async ({ page }: InPage): Promise<string> => {
  const title = (await page.title()).trim();
  return title === '' ? new URL(page.url()).pathname : title;
};

/** Looks again until something is so, as long as the page is waited for. */
export async function until<T>(
  { clock }: InPage,
  patience: Milliseconds,
  look: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const deadline = clock.now() + patience;
  for (;;) {
    const seen = await look();
    if (seen !== undefined || clock.now() >= deadline) return seen;
    await clock.pause(BETWEEN_LOOKS);
  }
}

const BETWEEN_LOOKS: Milliseconds = 25;
