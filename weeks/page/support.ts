import type { FirstWeeks } from '../../domain/first-weeks.ts';
import { type Bilingual, both, number, percent, same } from '../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../pages/markup.ts';
import { page, section } from '../../pages/page.ts';
import { table } from '../../pages/table.ts';
import type { Interval } from '../../simulation/kernel/index.ts';
import type { SupportEstimate, SupportResult } from '../support/simulate-support.ts';

const WORDS = {
  kind: both('Stödet de första veckorna', 'Support in the first weeks'),
  weeks: both('Vecka för vecka, med planens bemanning', 'Week by week, with the staff of the plan'),
  staffing: both('Den första veckan med annan bemanning', 'The first week with other staff'),
  questions: both('Varifrån frågorna kommer', 'Where the questions come from'),
  week: both('Vecka', 'Week'),
  perHundred: both('Frågor på 100 användare och dag', 'Questions per 100 users and day'),
  asked: both('Frågor', 'Questions'),
  mean: both('Väntan, medel', 'Wait, mean'),
  p90: both('9 av 10 väntar högst', '9 in 10 wait at most'),
  gaveUp: both('Gav upp', 'Gave up'),
  busy: both('Beläggning', 'At work'),
  staff: both('Bemanning', 'Staff'),
  people: both('Som flest på plats', 'Most at work'),
} as const;

/** The queue for help as it is foreseen, as one page. */
export const supportPage = (result: SupportResult, { support, weeks }: FirstWeeks): string =>
  page({
    tab: `${WORDS.kind.sv} – ${result.title}`,
    kind: WORDS.kind,
    heading: same(result.title),
    facts: [
      both(`${result.users} användare en vardag`, `${result.users} users on a weekday`),
      both(
        `${result.replications} omgångar, frö ${result.seed}`,
        `${result.replications} replications, seed ${result.seed}`,
      ),
    ],
    body: html`${questionsSection(result)}
${support.lines.map((line) =>
  section(
    `line-${line.key}`,
    both(`${line.sv}: ${WORDS.weeks.sv.toLowerCase()}`, `${line.en}: ${WORDS.weeks.en.toLowerCase()}`),
    weeksTable(result, line.key, weeks),
    lineLead(line.patience !== undefined),
  ),
)}
${staffingSection(result, support.lines)}`,
  });

const questionsSection = ({ questions }: SupportResult): Markup =>
  section(
    'questions',
    WORDS.questions,
    html`<p>${bi(WORDS.perHundred)}: ${questions.weeks.map((each, index) => html`${index === 0 ? '' : ' · '}<strong>${bi(rounded(each))}</strong>`)} (${bi(questions.from)}).</p>`,
  );

const lineLead = (hasPatience: boolean): Bilingual =>
  hasPatience
    ? both(
        'Väntan är deras som fick svar. Den som gav upp löste det själv, eller lät bli.',
        'Waits are of those who were answered. Who gave up solved it alone, or let it be.',
      )
    : both(
        'Hit kommer det som linjen före inte kunde svara på.',
        'Here comes what the line before could not answer.',
      );

const weeksTable = ({ estimates, questions }: SupportResult, line: string, weeks: number): Markup =>
  table(
    WORDS.weeks,
    [
      { head: WORDS.week },
      { head: WORDS.asked, numeric: true },
      { head: WORDS.mean, numeric: true },
      { head: WORDS.p90, numeric: true },
      { head: WORDS.gaveUp, numeric: true },
      { head: WORDS.busy, numeric: true },
    ],
    questions.weeks.slice(0, weeks).map((_, index) => {
      const of = (id: string) =>
        estimates.find((each) => each.id === `support/week-${index + 1}/${line}/${id}`);
      return [
        html`${bi(WORDS.week)} ${index + 1}`,
        ...['asked', 'wait-mean', 'wait-p90', 'gave-up', 'busy'].map((id) => estimateText(of(id))),
      ];
    }),
  );

function estimateText(estimate: SupportEstimate | undefined): Markup {
  if (estimate === undefined || estimate.mean === null) return html`–`;
  return intervalText(
    { mean: estimate.mean, halfWidth: estimate.halfWidth ?? Number.POSITIVE_INFINITY },
    estimate.unit,
  );
}

function intervalText(
  { mean, halfWidth }: Pick<Interval, 'mean' | 'halfWidth'>,
  unit: SupportEstimate['unit'],
): Markup {
  const told = (value: number): Bilingual => {
    if (!Number.isFinite(value)) return same('?');
    if (unit === 'share') return percent(value);
    const plain = rounded(value);
    return unit === 'minutes' ? both(`${plain.sv} min`, `${plain.en} min`) : plain;
  };
  return html`${bi(told(mean))} <span class="source">± ${bi(told(halfWidth))}</span>`;
}

const staffingSection = ({ staffing }: SupportResult, lines: FirstWeeks['support']['lines']): Markup =>
  section(
    'staffing',
    WORDS.staffing,
    html`${lines.map(
      (line, index) => html`<h3>${bi(line)}</h3>
${table(
  WORDS.staffing,
  [
    { head: WORDS.staff },
    { head: WORDS.people, numeric: true },
    { head: WORDS.p90, numeric: true },
    { head: WORDS.gaveUp, numeric: true },
  ],
  staffing.map((each) => {
    const own = each.lines[index];
    return [
      html`${each.staffing === 1 ? html`<strong>100 %</strong>` : `${Math.round(each.staffing * 100)} %`}`,
      html`${own?.people ?? '–'}`,
      own === undefined ? html`–` : intervalText(own.wait90, 'minutes'),
      own === undefined ? html`–` : intervalText(own.gaveUp, 'share'),
    ];
  }),
)}`,
    )}`,
  );

const rounded = (value: number): Bilingual => number(Math.round(value * 10) / 10);
