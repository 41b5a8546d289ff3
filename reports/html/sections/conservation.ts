import { both } from '../../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../../pages/markup.ts';
import type { Part } from '../../../pages/part.ts';
import { table } from '../../../pages/table.ts';
import { badge } from '../../../pages/verdict.ts';
import type { Readiness } from '../../readiness.ts';
import { TEXTS } from '../texts.ts';

/** Whether everything that was sent arrived once and was answered once, with what is missing listed. */
export function conservationSection({ conservation: { lines, missing } }: Readiness): Part {
  const rows = lines.map((line) => [
    bi(line),
    html`${line.sent}`,
    html`${line.kept}`,
    html`${line.lost}`,
    html`${line.notLookedFor}`,
    badge(line.lost > 0 ? 'fail' : line.kept > 0 ? 'pass' : 'not-covered'),
  ]);
  const sum = (of: (line: (typeof lines)[number]) => number) =>
    lines.reduce((all, line) => all + of(line), 0);
  const [kept, lost] = [sum((line) => line.kept), sum((line) => line.lost)];
  return {
    id: 'conservation',
    title: TEXTS.conservation,
    told: both(`${kept} av ${kept + lost} funna`, `${kept} of ${kept + lost} found`),
    lead: TEXTS.conservationLead,
    isOpen: missing.length > 0,
    body: html`${table(
      TEXTS.conservation,
      [
        { head: TEXTS.law },
        { head: TEXTS.sent, numeric: true },
        { head: TEXTS.found, numeric: true },
        { head: TEXTS.missing, numeric: true },
        { head: TEXTS.notLookedFor, numeric: true },
        { head: TEXTS.verdict },
      ],
      rows,
    )}
${missing.length === 0 ? '' : missingTable(missing)}`,
  };
}

const missingTable = (missing: Readiness['conservation']['missing']): Markup =>
  html`<h3>${bi(TEXTS.missingList)}</h3>${table(
    TEXTS.missingList,
    [
      { head: TEXTS.what },
      { head: TEXTS.instance },
      { head: TEXTS.reference },
      { head: TEXTS.observed },
      { head: TEXTS.verdict },
    ],
    missing.map(({ what, run, instance, flow, name, reference, observed, verdict }) => [
      html`${bi(what)}<br><span class="muted" lang="sv">${name} (${flow})</span>`,
      html`<code>${instance}</code> <span class="muted">(${run})</span>`,
      html`<code>${reference ?? '–'}</code>`,
      observed === undefined
        ? bi(both('inget sett', 'nothing seen'))
        : html`<span lang="sv">${observed}</span>`,
      badge(verdict),
    ]),
  )}`;
