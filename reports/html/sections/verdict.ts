import { type Bilingual, both, number } from '../../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../../pages/markup.ts';
import { VERDICT_TEXTS } from '../../../pages/verdict.ts';
import type { Readiness } from '../../readiness.ts';
import { toneOf } from '../../tone.ts';
import { TEXTS } from '../texts.ts';

/** What the runs came to and how far the stage has come, before anything else: the same words in every report. */
export function conclusionMarkup(readiness: Readiness, more: Markup = html``): Markup {
  const { conclusion, decision } = readiness;
  const tone = toneOf(readiness);
  const isReady = decision === 'go';
  return html`<section class="verdict ${tone}" aria-labelledby="decision">
<p class="symbol" aria-hidden="true">${VERDICT_TEXTS[tone].symbol}</p>
<div><h2 id="decision">${bi(conclusion.headline)}</h2>
${more}</div>
<p class="standing ${isReady ? 'pass' : 'unknown'}">${bi(conclusion.stage)}</p>
</section>`;
}

/** The conclusion, and what it stands on. */
export function verdictSection(readiness: Readiness): Markup {
  const { requirements, counts, reasons, stage } = readiness;
  const passed = requirements.filter(({ verdict }) => verdict === 'pass').length;
  const figures: [string, Bilingual][] = [
    [number(counts.started).sv, TEXTS.flowsPlayed],
    [number(counts.channels.ui).sv, TEXTS.throughBrowser],
    [number(counts.steps.pass).sv, TEXTS.stepsPass],
    [`${passed} / ${requirements.length}`, TEXTS.requirementsPass],
  ];
  return html`${conclusionMarkup(
    readiness,
    html`${reasons.length === 0 ? '' : html`<p>${bi(against(reasons.length))}</p>`}
<p class="organisations">${stage.title}: ${stage.organisations.join(' · ')}</p>`,
  )}
<dl class="figures">${figures.map(([figure, label]) => html`<div><dt>${bi(label)}</dt><dd>${figure}</dd></div>`)}</dl>`;
}

const against = (count: number): Bilingual =>
  count === 1
    ? both('Ett skäl talar emot. Det står här nedanför.', 'One reason speaks against. It is told below.')
    : both(
        `${count} skäl talar emot. De står här nedanför, det allvarligaste först.`,
        `${count} reasons speak against. They are told below, the gravest first.`,
      );
