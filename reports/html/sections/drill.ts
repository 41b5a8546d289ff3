import { type Bilingual, both, moment, number } from '../../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../../pages/markup.ts';
import type { Part } from '../../../pages/part.ts';
import { table } from '../../../pages/table.ts';
import { badge } from '../../../pages/verdict.ts';
import type { DrillResult } from '../../drill/measure-drill.ts';
import { BECAME, lastPart, namedNumbers, STOPS, WHATS } from '../../drill/words.ts';
import type { Readiness } from '../../readiness.ts';

const TITLE = both('Övade stopp', 'Rehearsed downtimes');
const LEAD = both(
  'Dörren till systemet, eller till en del av det, har stängts medan robotar arbetat. Det som skrevs under tiden är uppslaget efteråt, ' +
    'nummer för nummer.',
  'The door to the system, or to a part of it, was shut while robots worked. What was written meanwhile was looked up afterwards, ' +
    'number by number.',
);

const TEXTS = {
  checks: both('Vad som skulle gälla', 'What was to hold'),
  check: both('Kontroll', 'Check'),
  verdict: both('Utfall', 'Outcome'),
  measured: both('Mätt', 'Measured'),
  against: both('Talar emot', 'Against it'),
  papers: both('Pappren', 'The forms'),
  paper: both('Papper', 'Form'),
  patient: both('Patient', 'Patient'),
  what: both('Vad', 'What'),
  value: both('Värde', 'Value'),
  at: both('Tid', 'Time'),
  became: both('Läge', 'State'),
  stopped: both('Stoppades', 'Stopped'),
  source: both('Källa', 'Source'),
} as const;

/** What drills came to; nothing where none was held. */
export function drillSection({ drills }: Pick<Readiness, 'drills'>): Part | undefined {
  if (drills === undefined) return undefined;
  const right = drills.filter(({ verdict }) => verdict === 'pass').length;
  return {
    id: 'drills',
    title: TITLE,
    told: both(`${right} av ${drills.length} höll`, `${right} of ${drills.length} held`),
    lead: LEAD,
    isOpen: true,
    body: html`${drills.map(drillMarkup)}`,
  };
}

const drillMarkup = (drill: DrillResult): Markup => {
  const { opened, came, checks, papers, verdict } = drill;
  const facts = [
    STOPS[opened.stops],
    ...(came.stopped === undefined ? [] : [told(TEXTS.stopped, moment(came.stopped))]),
    counted(drill),
  ];
  return html`<h3>${bi(opened)} ${badge(verdict)}</h3>
<p class="muted">${bi(both(facts.map(({ sv }) => sv).join(' · '), facts.map(({ en }) => en).join(' · ')))}</p>
${table(
  TEXTS.checks,
  [{ head: TEXTS.check }, { head: TEXTS.verdict }, { head: TEXTS.measured }, { head: TEXTS.against }],
  checks.map(({ words, verdict: own, measured, against }) => [
    bi(words),
    badge(own),
    bi(measured),
    html`<span class="muted">${against.length === 0 ? '–' : namedNumbers(against)}</span>`,
  ]),
)}
${papers.length === 0 ? '' : html`<details><summary>${bi(TEXTS.papers)}: ${papers.length}</summary>${papersTable(drill)}</details>`}
<p class="muted">${bi(TEXTS.source)}: ${opened.source}</p>`;
};

const told = (what: Bilingual, when: Bilingual): Bilingual =>
  both(`${what.sv} ${when.sv}`, `${what.en} ${when.en}`);

const counted = ({ wrote }: DrillResult): Bilingual => {
  const [yes, no, maybe] = [wrote.accepted, wrote.refused, wrote.unknown].map(number);
  return both(
    `${yes?.sv} skrivningar togs emot, ${no?.sv} nekades, ${maybe?.sv} ovissa`,
    `${yes?.en} writes were accepted, ${no?.en} refused, ${maybe?.en} uncertain`,
  );
};

const papersTable = ({ papers }: DrillResult): Markup =>
  table(
    TEXTS.papers,
    [
      { head: TEXTS.paper },
      { head: TEXTS.patient },
      { head: TEXTS.what },
      { head: TEXTS.value, numeric: true },
      { head: TEXTS.at },
      { head: TEXTS.became },
    ],
    papers.map(({ number: own, patient, what, value, at, became }) => [
      html`<code>${lastPart(own)}</code>`,
      html`${Number(patient.slice(1)) + 1}`,
      bi(WHATS[what]),
      html`${value}`,
      bi(moment(at)),
      bi(BECAME[became]),
    ]),
  );
