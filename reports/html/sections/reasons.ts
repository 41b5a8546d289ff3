import { type Bilingual, both } from '../../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../../pages/markup.ts';
import type { Part } from '../../../pages/part.ts';
import { badge } from '../../../pages/verdict.ts';
import { type Failure, failureKey } from '../../failures.ts';
import type { Readiness } from '../../readiness.ts';
import type { EchoedReason, GateReason } from '../../reasons.ts';
import { actMarkup } from '../act.ts';
import { type AttachmentAddress, failureCard } from '../failure.ts';
import { TEXTS } from '../texts.ts';

/** How many failing steps a reason shows before it only counts them; the flows show them all. */
const SHOWN = 3;

/** Why it is not passed: one card a reason, each failing step told once, echoes of one cause under it. */
export function reasonsSection(
  { reasons, stability }: Readiness,
  address: AttachmentAddress,
): Part | undefined {
  const card = cardWith(stability, address);
  const told = new Set<string>();
  return reasons.length === 0
    ? undefined
    : {
        id: 'reasons',
        title: TEXTS.reasons,
        told: both(
          `${reasons.length} skäl`,
          `${reasons.length} ${reasons.length === 1 ? 'reason' : 'reasons'}`,
        ),
        isOpen: true,
        body: html`<ol class="reasons">${reasons.map((reason) => reasonCard(reason, told, card))}</ol>`,
      };
}

/** What went wrong beside the reasons: steps that show no requirement. */
export function otherFailuresSection(
  { reasons, otherFailures, stability }: Readiness,
  address: AttachmentAddress,
): Part | undefined {
  const told = new Set(reasons.flatMap(({ failures }) => failures.map(failureKey)));
  const others = otherFailures.filter((failure) => !told.has(failureKey(failure)));
  return others.length === 0
    ? undefined
    : {
        id: 'other-failures',
        title: TEXTS.otherFailures,
        lead: TEXTS.otherFailuresLead,
        isOpen: true,
        body: html`<div class="card">${others.map(cardWith(stability, address))}</div>`,
      };
}

type Card = (failure: Failure) => Markup;

const cardWith =
  (stability: Readiness['stability'], address: AttachmentAddress): Card =>
  (failure) => {
    const known = stability[failureKey(failure)];
    return failureCard(failure, address, known === undefined ? {} : { stability: known });
  };

function reasonCard(reason: GateReason, told: Set<string>, card: Card): Markup {
  const { verdict, requirement, gate, text, consequence, owner, next, echoes } = reason;
  const untold = reason.failures.filter((failure) => !told.has(failureKey(failure)));
  const shown = untold.slice(0, SHOWN);
  for (const failure of shown) told.add(failureKey(failure));
  const more = untold.length - shown.length;
  const rows: [Bilingual, Markup | undefined][] = [
    [TEXTS.consequence, consequence && bi(consequence)],
    [TEXTS.owner, owner && bi(owner)],
    [TEXTS.nextStep, next && actMarkup(next)],
  ];
  return html`<li class="card"><h3>${badge(verdict)}${requirement === undefined ? '' : html` <code class="id">${requirement}</code>`} <span class="gate">${bi(TEXTS.gate)}: ${bi(gate)}</span></h3>
<p class="text">${bi(text)}</p>
<dl class="rows">${rows.map(([label, value]) => (value === undefined ? '' : html`<div><dt>${bi(label)}</dt><dd>${value}</dd></div>`))}</dl>
${shown.map(card)}
${more === 0 ? '' : html`<p class="muted">${bi(both(`… och ${more} steg till; se flöde för flöde.`, `… and ${more} more ${more === 1 ? 'step' : 'steps'}; see flow by flow.`))}</p>`}
${echoes.length === 0 ? '' : echoed(echoes)}</li>
`;
}

const echoed = (echoes: readonly EchoedReason[]): Markup =>
  html`<details class="echoes"><summary>${bi(
    both(
      `Samma fel stänger också: ${namesOf(echoes, 'sv')}`,
      `The same fault also shuts: ${namesOf(echoes, 'en')}`,
    ),
  )}</summary>
<ul>${echoes.map(({ verdict, text }) => html`<li>${badge(verdict)} ${bi(text)}</li>`)}</ul></details>`;

const namesOf = (echoes: readonly EchoedReason[], language: keyof Bilingual): string =>
  [...new Set(echoes.map(({ requirement, gate }) => requirement ?? gate[language].replace(/\.$/, '')))].join(
    '; ',
  );
