import { formatDuration } from '../domain/time.ts';

/** A text in both languages of a page. */
export interface Bilingual {
  readonly sv: string;
  readonly en: string;
}

export type Language = keyof Bilingual;

export const LANGUAGES: readonly Language[] = ['sv', 'en'];

/** A text from its Swedish and its English. */
export const both = (sv: string, en: string): Bilingual => ({ sv, en });

/** A text that reads the same in both. */
export const same = (text: string): Bilingual => ({ sv: text, en: text });

/** A text written once for each language. */
const inBoth = (write: (language: Language) => string): Bilingual => ({
  sv: write('sv'),
  en: write('en'),
});

const LOCALES: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };
const NO_BREAK = '\u00a0';

/** A share of one, rounded down to a tenth of a percent so that what is short of 100 % never reads 100 %. */
export const percent = (share: number): Bilingual =>
  inBoth((language) =>
    new Intl.NumberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: 1 }).format(
      Math.floor(share * 1_000 + 1e-9) / 1_000,
    ),
  );

export const number = (value: number): Bilingual =>
  inBoth((language) => new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 3 }).format(value));

export const duration = (milliseconds: number): Bilingual => {
  const sv = formatDuration(milliseconds).replace(' ', NO_BREAK);
  return { sv, en: sv.replace(',', '.') };
};

/** A moment in Swedish time, to the minute. */
export const moment = (epoch: number): Bilingual =>
  inBoth((language) =>
    new Intl.DateTimeFormat(LOCALES[language], {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: 'Europe/Stockholm',
    }).format(epoch),
  );

/** First letter in capital. */
export const sentence = (text: Bilingual): Bilingual =>
  inBoth(
    (language) => text[language].charAt(0).toLocaleUpperCase(LOCALES[language]) + text[language].slice(1),
  );
