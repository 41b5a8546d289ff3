import { readFileSync } from 'node:fs';
import type { RuleResult } from '../findings.ts';
import { type CheckReport, isSound, type Picture } from '../report.ts';
import type { Words } from '../rule.ts';

/** The report as one HTML page that needs nothing beside itself. */
export function reportPage(report: CheckReport): string {
  const { results, pictures } = report;
  return `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Populationen granskad</title>
<style>${readFileSync(new URL('./page.css', import.meta.url), 'utf8')}</style>
</head>
<body>
<main>
${heading(report)}
<h2>Regler <span lang="en">Rules</span></h2>
<ul class="rules">${results.map(ruleItem).join('')}</ul>
${pictures.map(figure).join('\n')}
</main>
</body>
</html>
`;
}

function heading(report: CheckReport): string {
  const { manifest, lines, people, results } = report;
  const { seed, version, choices } = manifest;
  const broken = results.filter(({ found }) => found > 0).length;
  const verdict: Words = isSound(report)
    ? { sv: 'Alla regler håller.', en: 'All rules hold.' }
    : {
        sv: `${broken} av ${results.length} regler håller inte.`,
        en: `${broken} of ${results.length} rules do not hold.`,
      };
  return `<h1>Populationen granskad</h1>
<p class="verdict ${isSound(report) ? 'good' : 'bad'}">${both(verdict)}</p>
<p class="facts">${number(people)} personer, ${number(lines)} rader, frö ${seed}, generatorns version ${text(version)},
${choices.years} år före 2026-01-01 till ${text(choices.until)}.</p>`;
}

function ruleItem({ title, found, findings, notFor }: RuleResult): string {
  if (notFor !== undefined) {
    return `<li><span class="mark">–</span>${both(title)}<br>Går inte att bedöma: ${both(notFor)}</li>`;
  }
  if (found === 0) return `<li class="holds"><span class="mark">✓</span>${both(title)}</li>`;
  const items = findings.map(
    ({ place, words }) => `<li><code>${text(place.file)}:${place.line}</code> ${both(words)}</li>`,
  );
  const rest = found - findings.length;
  return `<li class="broken"><span class="mark">✗</span>${both(title)}: ${number(found)} fel
<ul class="findings">${items.join('')}${rest > 0 ? `<li>… och ${number(rest)} till</li>` : ''}</ul></li>`;
}

const figure = ({ title, legend, svg }: Picture): string =>
  `<h2>${both(title)}</h2>
<p class="legend">${both(legend)}</p>
<figure role="img" aria-label="${text(title.sv)}">${svg}</figure>`;

const both = ({ sv, en }: Words): string => `${text(sv)} <span lang="en">${text(en)}</span>`;

const number = (value: number): string => value.toLocaleString('sv-SE');

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const text = (content: string): string => content.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
