import { both, LANGUAGES, type Language, moment } from '../../../pages/bilingual.ts';
import { bi, html, type Markup, raw } from '../../../pages/markup.ts';
import { section } from '../../../pages/page.ts';
import { table } from '../../../pages/table.ts';
import { trendLines } from '../../charts/trend-lines.ts';
import type { Roadmap, StageToday } from '../roadmap.ts';

const T = {
  title: both('Utveckling', 'Trend'),
  passed: both('Passerade grindar', 'Gates passed'),
  stage: both('Etapp', 'Stage'),
  when: both('När', 'When'),
  gates: both('Grindar', 'Gates'),
};

/** How many gates each stage passed after each of its runs; of a stage without runs there is nothing to follow. */
export function trend({ stages }: Roadmap): Markup {
  const followed = stages.filter(({ weighed }) => weighed.points.length > 1);
  if (followed.length === 0) return html``;
  return section(
    'utveckling',
    T.title,
    html`${followed.map(picture)}
${table(
  T.title,
  [{ head: T.stage }, { head: T.when }, { head: T.gates, numeric: true }],
  followed.flatMap((stage) =>
    stage.weighed.points.map(({ at, passed, all }) => [bi(stage), bi(moment(at)), html`${passed} / ${all}`]),
  ),
)}`,
    both(
      'Efter varje körning, och sist i dag, räknat på nytt ur underlaget: den senaste körningen av varje slag tills då.',
      'After each run, and last today, computed anew from the evidence: the latest run of each kind until then.',
    ),
  );
}

function picture({ id, sv, en, weighed }: StageToday): Markup {
  const title = both(`${T.passed.sv}, ${sv}`, `${T.passed.en}, ${en}`);
  const draw = (language: Language): string =>
    trendLines([{ name: T.passed[language], values: weighed.points.map(({ passed }) => passed) }], {
      id: `utveckling-${id}-${language}`,
      title: title[language],
      description: both('Talen står i tabellen nedanför.', 'The figures are in the table below.')[language],
      labels: weighed.points.map((_, index) => `${index + 1}`),
    });
  return html`<h3>${bi(both(sv, en))}</h3>
<figure class="chart">${LANGUAGES.map((language) => html`<div class="${language}">${raw(draw(language))}</div>`)}</figure>`;
}
