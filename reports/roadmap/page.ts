import { both, same } from '../../pages/bilingual.ts';
import { day } from '../../pages/day.ts';
import { bi, html, type Markup } from '../../pages/markup.ts';
import { page, section } from '../../pages/page.ts';
import { table } from '../../pages/table.ts';
import { badge } from '../../pages/verdict.ts';
import type { CheckResult, Roadmap } from './roadmap.ts';
import { critical } from './sections/critical.ts';
import { kommuner } from './sections/kommuner.ts';
import { inheritance, services } from './sections/shared.ts';
import { trend } from './sections/trend.ts';
import { workOf } from './sections/work.ts';
import { startVerdict, startWord, startWords } from './words.ts';

const T = {
  kind: both('Införandeplan', 'Roadmap'),
  stages: both('Etapperna i dag', 'The stages today'),
  stage: both('Etapp', 'Stage'),
  goLive: both('Driftstart', 'Start'),
  month: both('Månad', 'Month'),
  gates: both('Grindar', 'Gates'),
  held: both('Kan den hållas?', 'Can it be held?'),
  checks: both('Kontrollerna före driftstart', 'Checks before the start'),
  daysBefore: both('dagar före', 'days before'),
};

/** An introduction as one page: every stage today, what is critical, what is shared and inherited, and who goes when. */
export const roadmapPage = (roadmap: Roadmap): string =>
  page({
    tab: `${T.kind.sv} – ${roadmap.plan.title}`,
    kind: T.kind,
    heading: same(roadmap.plan.title),
    facts: [
      same(roadmap.today),
      both(`${roadmap.plan.months} månader per etapp`, `${roadmap.plan.months} months a stage`),
    ],
    body: html`${stages(roadmap)}${critical(roadmap)}${checks(roadmap)}${trend(roadmap)}${workOf(roadmap)}${inheritance(roadmap)}${services(roadmap)}${kommuner(roadmap)}`,
  });

const stages = ({ stages: all, plan }: Roadmap): Markup =>
  section(
    'etapper',
    T.stages,
    table(
      T.stages,
      [
        { head: T.stage },
        { head: T.goLive },
        { head: T.month },
        { head: T.gates, numeric: true },
        { head: T.held },
      ],
      all.map((stage) => [
        html`<strong>${bi(stage)}</strong>${stage.formerly === undefined ? '' : html` <span class="muted">(${bi(both(`förut ${stage.formerly.sv}`, `formerly ${stage.formerly.en}`))})</span>`}`,
        day(stage.goLive),
        bi(monthOf(stage.month, plan.months)),
        html`${stage.weighed.gates.filter(({ verdict }) => verdict === 'pass').length} / ${stage.weighed.gates.length}`,
        html`${badge(startVerdict(stage.start), startWord(stage.start))}${stage.start.isLive ? '' : html`<div>${bi(startWords(stage.start))}</div>`}`,
      ]),
    ),
    both(
      'Grindarna är vägda i dag ur etappens körningar och beslut. Det tidigaste datumet är den längsta kedjan av det som är kvar.',
      'The gates are weighed today from the runs and decisions of the stage. The earliest date is the longest chain of what is left.',
    ),
  );

const monthOf = (month: number, months: number) =>
  month < 1
    ? both(`börjar om ${1 - month} mån`, `begins in ${1 - month} months`)
    : both(`${month} av ${months}`, `${month} of ${months}`);

const checks = ({ stages: all, plan }: Roadmap): Markup =>
  section(
    'kontroller',
    T.checks,
    html`${table(
      T.checks,
      [
        { head: T.stage },
        ...plan.checks.map(({ days }) => ({
          head: both(`${days} ${T.daysBefore.sv}`, `${days} ${T.daysBefore.en}`),
        })),
      ],
      all.map((stage) => [html`<strong>${bi(stage)}</strong>`, ...stage.checks.map(checkCell)]),
    )}
<ul>${plan.checks.map((check) => html`<li><strong>${check.days}</strong> ${bi(check)}</li>`)}</ul>`,
  );

const checkCell = ({ on, inDays, verdict, open }: CheckResult): Markup =>
  html`${badge(verdict, verdictWords(verdict, inDays))} <span class="muted">${day(on)}</span>${open.length === 0 ? '' : html`<div class="muted">${open.join(', ')}</div>`}`;

const verdictWords = (verdict: CheckResult['verdict'], inDays: number) => {
  if (verdict === 'pass') return both('visat', 'shown');
  if (verdict === 'fail') return both('missad', 'missed');
  return both(`om ${inDays} dagar`, `in ${inDays} days`);
};
