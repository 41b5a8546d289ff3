import { bi, html, type Markup } from '../../../pages/markup.ts';
import { section } from '../../../pages/page.ts';
import { table } from '../../../pages/table.ts';
import { change, figure, GROUP_TEXTS } from '../measures/format.ts';
import type { Answer, ToldDifference, VariantAnswer } from '../result.ts';
import { TEXTS } from './texts.ts';

/** What every question was answered with; nothing when none was asked. */
export const questionsSection = (questions: readonly Answer[]): Markup =>
  questions.length === 0
    ? html``
    : section('questions', TEXTS.questions, html`${questions.map(answer)}`, TEXTS.questionsLead);

const answer = (question: Answer): Markup =>
  html`${question.variants.map((variant) => html`<h3>${bi(question)}: ${bi(variant)}</h3>\n${told(variant)}`)}`;

const COLUMNS = [
  { head: TEXTS.measure },
  { head: TEXTS.before, numeric: true },
  { head: TEXTS.after, numeric: true },
  { head: TEXTS.difference, numeric: true },
  { head: TEXTS.is },
];

function told(variant: VariantAnswer): Markup {
  const real = variant.differences.filter(({ isReal }) => isReal);
  if (real.length === 0) return html`<p>${bi(TEXTS.noDifference)}</p>`;
  const rest = variant.differences.length - real.length;
  return html`${table(variant, COLUMNS, real.map(rowOf))}
<p class="muted">${rest} ${bi(TEXTS.others)}</p>`;
}

function rowOf(each: ToldDifference): Markup[] {
  const both = (value: number) =>
    bi({ sv: figure(value, each.unit, 'sv'), en: figure(value, each.unit, 'en') });
  const group = GROUP_TEXTS[each.group];
  return [
    html`${bi(each)} <span class="muted">(${bi(group)})</span>`,
    both(each.before),
    both(each.after),
    bi({
      sv: change(each.difference, each.halfWidth, each.unit, 'sv'),
      en: change(each.difference, each.halfWidth, each.unit, 'en'),
    }),
    html`<span class="${each.is}">${bi(TEXTS[each.is])}</span>`,
  ];
}
