import { type Bilingual, both, moment } from '../pages/bilingual.ts';
import { bi, html, type Markup } from '../pages/markup.ts';
import { page, section } from '../pages/page.ts';
import { table } from '../pages/table.ts';
import { badge } from '../pages/verdict.ts';
import type { DrillCheck, DrillJudged } from './checks.ts';
import type { Rehearsed } from './rehearse.ts';

const WORDS = {
  kind: both('Övning av driftstopp', 'Downtime drill'),
  checks: both('Vad som skulle gälla', 'What was to hold'),
  check: both('Kontroll', 'Check'),
  verdict: both('Utfall', 'Outcome'),
  measured: both('Mätt', 'Measured'),
  against: both('Talar emot', 'Against it'),
  list: both('Listan som skrevs ut', 'The list that was printed'),
  patient: both('Patient', 'Patient'),
  pulse: both('Puls', 'Pulse'),
  at: both('Tid', 'Time'),
  papers: both('Pappren', 'The forms'),
  paper: both('Papper', 'Form'),
  state: both('Läge', 'State'),
  source: both('Källa', 'Source'),
} as const;

/** How many numbers a row names. */
const NAMED = 6;

/** What a drill came to, as one page. */
export const drillPage = (rehearsed: Rehearsed, judged: DrillJudged, system: string): string =>
  page({
    tab: `${WORDS.kind.sv} – ${rehearsed.drill.sv}`,
    kind: WORDS.kind,
    heading: rehearsed.drill,
    facts: [both(system, system), moment(rehearsed.stoppedAt)],
    body: html`${section('checks', WORDS.checks, checksTable(judged.checks))}
${section('list', WORDS.list, listTable(rehearsed), listLead(rehearsed))}
${section('papers', WORDS.papers, papersTable(rehearsed))}
<p class="source">${bi(WORDS.source)}: ${rehearsed.drill.source}</p>`,
  });

const checksTable = (checks: readonly DrillCheck[]): Markup =>
  table(
    WORDS.checks,
    [{ head: WORDS.check }, { head: WORDS.verdict }, { head: WORDS.measured }, { head: WORDS.against }],
    checks.map(({ words, verdict, measured, against }) => [
      bi(words),
      badge(verdict),
      bi(measured),
      html`<span class="source">${againstText(against)}</span>`,
    ]),
  );

const againstText = (numbers: readonly string[]): string =>
  numbers.length === 0
    ? '–'
    : numbers.slice(0, NAMED).map(lastPart).join(', ') + (numbers.length > NAMED ? ' …' : '');

const listLead = ({ list }: Rehearsed): Bilingual => {
  const { sv, en } = moment(list.printedAt);
  return both(`Utskriven ${sv}, ur systemet självt.`, `Printed ${en}, out of the system itself.`);
};

const listTable = ({ list: { lines } }: Rehearsed): Markup =>
  table(
    WORDS.list,
    [{ head: WORDS.patient }, { head: WORDS.pulse, numeric: true }, { head: WORDS.at }],
    lines.map(({ name, value, at }) => [html`${name}`, html`${value}`, bi(moment(at))]),
  );

const papersTable = ({ papers, entered, list }: Rehearsed): Markup => {
  const names = new Map(list.lines.map(({ patient, name }) => [patient, name]));
  return table(
    WORDS.papers,
    [
      { head: WORDS.paper },
      { head: WORDS.patient },
      { head: WORDS.pulse, numeric: true },
      { head: WORDS.at },
      { head: WORDS.state },
    ],
    papers.map(({ number, patient, value, at, isVoid }) => [
      html`<code>${lastPart(number)}</code>`,
      html`${names.get(patient) ?? patient}`,
      html`${value}`,
      bi(moment(at)),
      bi(isVoid ? both('makulerat', 'void') : STATES[entered.get(number) ?? 'refused']),
    ]),
  );
};

const STATES = {
  accepted: both('infört', 'entered'),
  refused: both('inte infört', 'not entered'),
  unknown: both('ovisst', 'uncertain'),
} as const;

const lastPart = (number: string): string => number.split('/').at(-1) ?? number;
