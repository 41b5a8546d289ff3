import { ROLES } from '../../../domain/role.ts';
import { type Bilingual, both } from '../../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../../pages/markup.ts';
import { table } from '../../../pages/table.ts';
import { shown } from '../../gates/lab.ts';
import { READINGS } from '../../lab/questionnaires/instruments.ts';
import type { AnswersPart, AnswersResult } from '../../lab/questionnaires/measure-answers.ts';

const UNVALIDATED = both(
  'Ordalydelsen är inte utprövad: jämför värdet bara med samma ordalydelse, inte med publicerade värden.',
  'The wording is not validated: compare the figure with the same wording only, not with published figures.',
);

/** What people answered when the day was over, each questionnaire by role and setting; empty where nobody was asked. */
export const answersMarkup = (results: readonly AnswersResult[]): Markup =>
  html`${results.map(resultMarkup)}`;

function resultMarkup(result: AnswersResult): Markup {
  const { instrument, version, source, validated, all, says, parts } = result;
  const { name, read } = READINGS[instrument];
  const rows = [
    ...parts.map((part) => {
      const { title, en } = ROLES[part.role];
      return rowOf(both(`${title}, ${part.unitName}`, `${en.replace(/^the /, '')}, ${part.unitName}`), part);
    }),
    ...(parts.length > 1 ? [rowOf(both('Alla', 'All'), all)] : []),
  ];
  return html`<h3>${name}</h3><p>${bi(read)}${says === undefined ? '' : html` <strong>${bi(says)}</strong>.`}${validated ? '' : html` ${bi(UNVALIDATED)}`}</p>
${table(
  both(`Svar på ${name}`, `Answers to ${name}`),
  [
    { head: both('Roll och enhet', 'Role and unit') },
    { head: both('Medelvärde', 'Mean'), numeric: true },
    { head: both('Tillfrågade', 'Asked'), numeric: true },
    { head: both('Avstod', 'Declined'), numeric: true },
    { head: both('Ofullständiga, räknas inte', 'Incomplete, not counted'), numeric: true },
    {
      head: both('Frågor utan svar, räknade som mitten', 'Items without answer, counted as the middle'),
      numeric: true,
    },
  ],
  rows,
)}
<p class="muted">${bi(both(`Ordalydelse ${version}: ${source}`, `Wording ${version}: ${source}`))}</p>`;
}

const rowOf = (who: Bilingual, { mean, asked, declined, incomplete, supposed }: AnswersPart) => [
  bi(who),
  mean === undefined ? html`–` : bi(shown(mean, 'number')),
  html`${asked}`,
  html`${declined}`,
  html`${incomplete}`,
  html`${supposed}`,
];
