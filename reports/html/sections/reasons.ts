import { both } from '../../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../../pages/markup.ts';
import { section } from '../../../pages/page.ts';
import { badge } from '../../../pages/verdict.ts';
import { type Failure, failureKey } from '../../failures.ts';
import type { GateReason, Readiness } from '../../readiness.ts';
import { type AttachmentAddress, failureCard } from '../failure.ts';
import { TEXTS } from '../texts.ts';

/** How many failing steps a reason shows before it only counts them; the flows show them all. */
const SHOWN = 3;

/** Why the decision is no: one card a reason, each failing step told once. */
export function reasonsSection(
  { reasons, otherFailures, stability }: Readiness,
  address: AttachmentAddress,
): Markup {
  const told = new Set<string>();
  const card: Card = (failure) => {
    const known = stability[failureKey(failure)];
    return failureCard(failure, address, known === undefined ? {} : { stability: known });
  };
  const cards = reasons.map((reason) => reasonCard(reason, told, card));
  const others = otherFailures.filter((failure) => !told.has(failureKey(failure)));
  return html`${reasons.length === 0 ? '' : section('reasons', TEXTS.reasons, html`<ol class="reasons">${cards}</ol>`)}
${
  others.length === 0
    ? ''
    : section(
        'other-failures',
        TEXTS.otherFailures,
        html`<div class="card">${others.map(card)}</div>`,
        TEXTS.otherFailuresLead,
      )
}`;
}

type Card = (failure: Failure) => Markup;

function reasonCard(reason: GateReason, told: Set<string>, card: Card): Markup {
  const untold = reason.failures.filter((failure) => !told.has(failureKey(failure)));
  const shown = untold.slice(0, SHOWN);
  for (const failure of shown) told.add(failureKey(failure));
  const more = untold.length - shown.length;
  return html`<li class="card"><h3>${badge(reason.verdict)}${reason.requirement === undefined ? '' : html` <code class="id">${reason.requirement}</code>`} <span class="gate">${bi(TEXTS.gate)}: ${bi(reason.gate)}</span></h3>
<p>${bi(reason.text)}</p>
${shown.map(card)}
${more === 0 ? '' : html`<p class="muted">${bi(both(`… och ${more} steg till; se flöde för flöde.`, `… and ${more} more steps; see flow by flow.`))}</p>`}</li>
`;
}
