import { VERDICTS, type Verdict } from '../domain/verdict.ts';
import { type Bilingual, sentence } from './bilingual.ts';
import { bi, html, type Markup } from './markup.ts';

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

/** What so many of a verdict are called, without the number: 'godkänt', 'godkända'. */
export const verdictWord = (verdict: Verdict, count: number): Bilingual =>
  count === 1 ? VERDICT_TEXTS[verdict] : VERDICT_TEXTS[verdict].plural;

/** A verdict as symbol, word and colour. */
export const badge = (verdict: Verdict, words: Bilingual = VERDICT_TEXTS[verdict]): Markup =>
  html`<span class="badge ${verdict}"><span aria-hidden="true">${VERDICT_TEXTS[verdict].symbol}</span> ${bi(sentence(words))}</span>`;

/** Counts by verdict as one bar, best to the left, with the same counts in words. */
export function verdictBar(counts: Readonly<Record<Verdict, number>>): Markup {
  const present = VERDICTS.toReversed().filter((verdict) => counts[verdict] > 0);
  const segments = present.map(
    (verdict) => html`<i class="${verdict}" style="flex-grow:${counts[verdict]}"></i>`,
  );
  const words = present.map(
    (verdict) =>
      html`<span class="count ${verdict}"><span aria-hidden="true">${VERDICT_TEXTS[verdict].symbol}</span> ${counts[verdict]} ${bi(verdictWord(verdict, counts[verdict]))}</span>`,
  );
  return html`<span class="bar" aria-hidden="true">${segments}</span><span class="counts">${words}</span>`;
}
