import { type Bilingual, moment, number, same } from '../../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../../pages/markup.ts';
import type { Part } from '../../../pages/part.ts';
import { clockText } from '../../clocks.ts';
import type { Readiness, RunFacts } from '../../readiness.ts';
import { TEXTS } from '../texts.ts';
import { interruptions } from './interruptions.ts';

/** What must be known to make the runs again and to trust them. */
export const factsSection = ({ runs }: Readiness): Part => ({
  id: 'facts',
  title: TEXTS.facts,
  told: same(runs.map(({ run }) => run).join(', ')),
  lead: TEXTS.factsLead,
  isOpen: false,
  body: html`${runs.map((run) => runFacts(run))}`,
});

function runFacts(facts: RunFacts): Markup {
  const { system, planHash, stageHash, journal, resumed } = facts;
  const rows: [Bilingual, Markup | undefined][] = [
    [TEXTS.run, html`<code>${facts.run}</code> ${facts.title}`],
    [
      TEXTS.system,
      system === undefined ? undefined : html`${system.name} · ${system.software} ${system.version}`,
    ],
    [TEXTS.clock, facts.clockAhead === undefined ? undefined : html`${bi(clockText(facts.clockAhead))}`],
    [TEXTS.began, bi(moment(facts.beganAt))],
    [TEXTS.ended, bi(moment(facts.lastAt))],
    [TEXTS.interruptions, resumed.length === 0 ? undefined : interruptions(resumed)],
    [TEXTS.speed, html`${facts.speed} ×`],
    [TEXTS.seed, html`${facts.seed}`],
    [TEXTS.planHash, planHash === undefined ? undefined : html`<code>${planHash}</code>`],
    [TEXTS.stageHash, html`<code>${stageHash}</code>`],
    [TEXTS.journalHead, html`<code>${journal.head}</code>`],
    [TEXTS.records, bi(number(journal.records))],
    [TEXTS.genrep, html`${facts.genrep}`],
  ];
  return html`<dl class="facts card">${rows.map(([label, value]) =>
    value === undefined ? '' : html`<div><dt>${bi(label)}</dt><dd>${value}</dd></div>`,
  )}</dl>`;
}
