import { type Bilingual, both, number } from '../../../pages/bilingual.ts';
import { bi, html, type Markup, raw } from '../../../pages/markup.ts';
import { page, section } from '../../../pages/page.ts';
import { badge } from '../../../pages/verdict.ts';
import type { RuleResult } from '../findings.ts';
import { type CheckReport, isSound, type Picture } from '../report.ts';

const TITLE = both('Populationen granskad', 'The population examined');
const HOLDS = both('håller', 'holds');
const BROKEN = both('håller inte', 'does not hold');
const NOT_JUDGED = both('går inte att bedöma', 'cannot be judged');

/** The report as one HTML page that needs nothing beside itself. */
export function reportPage(report: CheckReport): string {
  const { results, pictures } = report;
  return page({
    tab: TITLE.sv,
    kind: TITLE,
    heading: verdictOf(report),
    facts: factsOf(report),
    styles: [new URL('./page.css', import.meta.url)],
    body: html`${section('rules', both('Regler', 'Rules'), html`<ul class="rules">${results.map(ruleItem)}</ul>`)}
${pictures.map(pictureSection)}`,
  });
}

function verdictOf(report: CheckReport): Bilingual {
  const { results } = report;
  const broken = results.filter(({ found }) => found > 0).length;
  return isSound(report)
    ? both('Alla regler håller.', 'All rules hold.')
    : both(
        `${broken} av ${results.length} regler håller inte.`,
        `${broken} of ${results.length} rules do not hold.`,
      );
}

function factsOf({ manifest, lines, people }: CheckReport): Bilingual[] {
  const { seed, version, choices } = manifest;
  const count = (value: number, sv: string, en: string) =>
    both(`${number(value).sv} ${sv}`, `${number(value).en} ${en}`);
  return [
    count(people, 'personer', 'people'),
    count(lines, 'rader', 'lines'),
    both(`frö ${seed}`, `seed ${seed}`),
    both(`generatorns version ${version}`, `version ${version} of the generator`),
    both(
      `${choices.years} år före 2026-01-01 till ${choices.until}`,
      `${choices.years} years before 2026-01-01 until ${choices.until}`,
    ),
  ];
}

function ruleItem({ title, found, findings, notFor }: RuleResult): Markup {
  if (notFor !== undefined) {
    return html`<li>${badge('not-covered', NOT_JUDGED)} ${bi(title)}<br><span class="muted">${bi(notFor)}</span></li>`;
  }
  if (found === 0) return html`<li>${badge('pass', HOLDS)} ${bi(title)}</li>`;
  const items = findings.map(
    ({ place, words }) => html`<li><code>${place.file}:${place.line}</code> ${bi(words)}</li>`,
  );
  const rest = found - findings.length;
  const many = both(`${number(found).sv} fel`, `${number(found).en} errors`);
  const more = both(`… och ${number(rest).sv} till`, `… and ${number(rest).en} more`);
  return html`<li>${badge('fail', BROKEN)} ${bi(title)}: ${bi(many)}
<ul class="findings">${items}${rest > 0 ? html`<li>${bi(more)}</li>` : ''}</ul></li>`;
}

const pictureSection = ({ id, title, legend, svg }: Picture): Markup =>
  section(id, title, html`<figure class="chart">${raw(svg)}</figure>`, legend);
