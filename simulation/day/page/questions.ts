import { change, figure, GROUP_TEXTS } from '../measures/format.ts';
import type { Answer, ToldDifference, VariantAnswer } from '../result.ts';
import { bi, type Cell, table } from './markup.ts';
import { TEXTS } from './texts.ts';

/** What every question was answered with; nothing when none was asked. */
export const questionsSection = (questions: readonly Answer[]): string =>
  questions.length === 0
    ? ''
    : `<section id="questions" aria-labelledby="questions-h">
<h2 id="questions-h">${bi(TEXTS.questions)}</h2>
<p class="lead">${bi(TEXTS.questionsLead)}</p>
${questions.map(answer).join('\n')}
</section>`;

const answer = (question: Answer): string =>
  question.variants.map((variant) => `<h3>${bi(question)}: ${bi(variant)}</h3>\n${told(variant)}`).join('\n');

function told(variant: VariantAnswer): string {
  const real = variant.differences.filter(({ isReal }) => isReal);
  if (real.length === 0) return `<p>${bi(TEXTS.noDifference)}</p>`;
  const rest = variant.differences.length - real.length;
  return `${table(variant, real.map(rowOf))}
<p class="muted">${rest} ${bi(TEXTS.others)}</p>`;
}

function rowOf(each: ToldDifference): Cell[] {
  const both = (value: number) =>
    bi({ sv: figure(value, each.unit, 'sv'), en: figure(value, each.unit, 'en') });
  const group = GROUP_TEXTS[each.group];
  return [
    { head: TEXTS.measure, html: `${bi(each)} <span class="muted">(${bi(group)})</span>` },
    { head: TEXTS.before, html: both(each.before), numeric: true },
    { head: TEXTS.after, html: both(each.after), numeric: true },
    {
      head: TEXTS.difference,
      html: bi({
        sv: change(each.difference, each.halfWidth, each.unit, 'sv'),
        en: change(each.difference, each.halfWidth, each.unit, 'en'),
      }),
      numeric: true,
    },
    { head: TEXTS.is, html: bi(TEXTS[each.is]), mark: each.is },
  ];
}
