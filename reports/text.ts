import { formatDuration } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';

/** A text in both languages of a report. */
export interface Bilingual {
  readonly sv: string;
  readonly en: string;
}

export type Language = keyof Bilingual;
export const LANGUAGES: readonly Language[] = ['sv', 'en'];

/** A text that reads the same in both. */
export const same = (text: string): Bilingual => ({ sv: text, en: text });

/** What a verdict is called, of one and of several, and the symbol that tells it without colour. */
export const VERDICT_TEXTS: Readonly<
  Record<Verdict, Bilingual & { readonly symbol: string; readonly plural: Bilingual }>
> = {
  pass: { sv: 'godkänt', en: 'pass', symbol: '✓', plural: { sv: 'godkända', en: 'pass' } },
  fail: { sv: 'underkänt', en: 'fail', symbol: '✗', plural: { sv: 'underkända', en: 'fail' } },
  error: { sv: 'avbrutet av fel', en: 'error', symbol: '!', plural: { sv: 'avbrutna av fel', en: 'error' } },
  unknown: { sv: 'okänt utfall', en: 'unknown', symbol: '?', plural: { sv: 'okända', en: 'unknown' } },
  'not-covered': {
    sv: 'ej prövat',
    en: 'not covered',
    symbol: '–',
    plural: { sv: 'ej prövade', en: 'not covered' },
  },
};

export const CHANNEL_TEXTS = {
  api: { sv: 'gränssnitt (api)', en: 'interface (api)' },
  ui: { sv: 'webbläsare', en: 'browser' },
} as const satisfies Record<'api' | 'ui', Bilingual>;

const LOCALES: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };

const NO_BREAK = '\u00a0';

const inBoth = (write: (language: Language) => string): Bilingual => ({ sv: write('sv'), en: write('en') });

/** A share of one, rounded down to a tenth of a percent so that what is short of 100 % never reads 100 %. */
export const percent = (share: number): Bilingual =>
  inBoth((language) =>
    new Intl.NumberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: 1 }).format(
      Math.floor(share * 1_000 + 1e-9) / 1_000,
    ),
  );

export const number = (value: number): Bilingual =>
  inBoth((language) => new Intl.NumberFormat(LOCALES[language]).format(value));

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

/** A text from its Swedish and its English. */
export const both = (sv: string, en: string): Bilingual => ({ sv, en });

/** First letter in capital. */
export const sentence = (text: Bilingual): Bilingual =>
  inBoth(
    (language) => text[language].charAt(0).toLocaleUpperCase(LOCALES[language]) + text[language].slice(1),
  );
