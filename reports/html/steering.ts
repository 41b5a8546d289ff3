import { type Bilingual, both, moment, percent, same } from '../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../pages/markup.ts';
import { page, section } from '../../pages/page.ts';
import { badge, VERDICT_TEXTS } from '../../pages/verdict.ts';
import type { Readiness } from '../readiness.ts';
import type { GateReason } from '../reasons.ts';
import { toneOf } from '../tone.ts';
import { conclusionMarkup } from './sections/verdict.ts';
import { TEXTS } from './texts.ts';

/** What fits on one sheet of A4; the readiness page has the rest. */
const MOST = { reasons: 4, remaining: 4, untested: 2, changes: 2, missed: 2 } as const;

const WORDS = {
  title: both('Underlag för styrgruppen', 'For the steering group'),
  goLead: both(
    'Inget talar emot driftstart i det som har prövats. Beslutet är styrgruppens.',
    'Nothing that was looked at speaks against go-live. The decision is the steering group’s.',
  ),
  noGoLead: both(
    'Driftstart avråds. Skälen står nedan, det allvarligaste först.',
    'Go-live is advised against. The reasons are below, the gravest first.',
  ),
  runLead: both(
    'En körning avgör inte om etappen är klar. Det gör vägningen av etappens alla grindar.',
    'No run decides whether the stage is ready. The weighing of all gates of the stage does.',
  ),
  reasons: both('Varför', 'Why'),
  noReasons: both('Inget i det som spelades talar emot.', 'Nothing in what was played speaks against.'),
  closes: both('Stänger också:', 'Also shuts:'),
  risks: both('De fem största riskerna för patienterna', 'The five worst risks to patients'),
  untested: both('Vad som inte är prövat', 'What was not tested'),
  allTested: both('Allt som planerades är prövat.', 'Everything that was planned was tested.'),
  changes: both('Vad som har ändrats sedan sist', 'What changed since last time'),
  nothingBefore: both('Ingen tidigare körning är vägd in.', 'No earlier run was weighed in.'),
  missed: both('Vad detta kan ha missat', 'What this could have missed'),
  restsOn: both('Vilar på', 'Rests on'),
} as const;

/** What runs or a stage have come to on one sheet, for those who decide: the same readiness gives the same bytes. */
export function steeringPage(readiness: Readiness): string {
  const { stage, decision, runs, conclusion } = readiness;
  const last = runs.at(-1);
  const lead = decision === undefined ? WORDS.runLead : decision === 'go' ? WORDS.goLead : WORDS.noGoLead;
  return page({
    tab: `${VERDICT_TEXTS[toneOf(readiness)].symbol} ${conclusion.headline.sv} – ${WORDS.title.sv}`,
    kind: WORDS.title,
    heading: same(stage.title),
    facts: last === undefined ? [] : [moment(last.lastAt), restsOn(readiness)],
    styles: [new URL('./page.css', import.meta.url), new URL('./steering.css', import.meta.url)],
    body: html`${conclusionMarkup(readiness, html`<p>${bi(lead)}</p>`)}
${section('reasons', WORDS.reasons, reasons(readiness))}
${conclusion.remaining.length === 0 ? '' : section('remaining', TEXTS.remaining, remaining(readiness))}
${section('risks', WORDS.risks, risks(readiness))}
<div class="columns">
${section('untested', WORDS.untested, untested(readiness))}
<div>${section('changes', WORDS.changes, changes(readiness))}
${section('missed', WORDS.missed, missed(readiness))}</div>
</div>`,
  });
}

const restsOn = ({ runs }: Readiness): Bilingual =>
  both(
    runs.length === 1 ? `en körning: ${runs[0]?.title ?? ''}` : `${runs.length} körningar`,
    runs.length === 1 ? `one run: ${runs[0]?.title ?? ''}` : `${runs.length} runs`,
  );

const list = (items: readonly Markup[], all: number): Markup =>
  html`<ul>${items.map((item) => html`<li>${item}</li>`)}${all > items.length ? html`<li class="muted">${bi(more(all - items.length))}</li>` : ''}</ul>`;

const more = (count: number): Bilingual =>
  both(`… och ${count} till, se beslutssidan`, `… and ${count} more, see the readiness page`);

const reasons = ({ reasons: all }: Readiness): Markup =>
  all.length === 0
    ? html`<p>${bi(WORDS.noReasons)}</p>`
    : list(all.slice(0, MOST.reasons).map(reasonLine), all.length);

/** A requirement tells itself what it is about; any other reason is told by its gate first. */
const reasonLine = ({ verdict, requirement, gate, text, owner, next, echoes }: GateReason): Markup =>
  html`${badge(verdict)} ${
    requirement === undefined ? html`${bi(gate)} <span class="muted">${bi(text)}</span>` : bi(text)
  }${owner === undefined ? '' : html` <strong>${bi(owner)}.</strong>`}${next === undefined ? '' : html` ${bi(next)}`}${
    echoes.length === 0
      ? ''
      : html` <span class="muted">${bi(WORDS.closes)} ${[...new Set(echoes.map((echo) => echo.requirement ?? echo.gate.id))].join(', ')}.</span>`
  }`;

const risks = ({ risks: worst }: Readiness): Markup =>
  html`<ol>${worst.map(
    ({ requirement, verdict, consequence, known }) =>
      html`<li><strong>${bi(consequence ?? requirement)}</strong> ${badge(verdict)}<br><span class="muted">${bi(requirement)} ${bi(known)}</span></li>`,
  )}</ol>`;

/** Those that a reason has told of are not told twice. */
function remaining({ conclusion, reasons: all }: Readiness): Markup {
  const told = new Set(all.flatMap(({ gate, echoes }) => [gate.id, ...echoes.map((echo) => echo.gate.id)]));
  const left = conclusion.remaining.filter(({ id }) => !told.has(id));
  return list(
    left
      .slice(0, MOST.remaining)
      .map(
        ({ owner, closedBy, ...gate }) =>
          html`<strong>${bi(gate)}</strong>${owner === undefined ? '' : html` ${bi(owner)}.`} ${closedBy === undefined ? '' : html`<span class="muted">${bi(closedBy)}</span>`}`,
      ),
    left.length,
  );
}

const untested = ({ notCovered }: Readiness): Markup =>
  notCovered.length === 0
    ? html`<p>${bi(WORDS.allTested)}</p>`
    : list(
        notCovered
          .slice(0, MOST.untested)
          .map(({ what, why }) => html`${bi(what)} <span class="muted">${bi(why)}</span>`),
        notCovered.length,
      );

const changes = ({ changes: since }: Readiness): Markup => {
  if (since === undefined) return html`<p>${bi(WORDS.nothingBefore)}</p>`;
  return since.changes.length === 0
    ? html`<p>${bi(TEXTS.noChanges)}</p>`
    : list(
        since.changes.slice(0, MOST.changes).map(({ is, text }) => html`${badge(is)} ${bi(text)}`),
        since.changes.length,
      );
};

const missed = ({ detection }: Readiness): Markup => {
  const least = detection.filter(({ couldMiss }) => couldMiss !== undefined).slice(0, MOST.missed);
  return html`${list(
    least.map(({ example, n, couldMiss }) => {
      const share = percent(couldMiss ?? 1);
      return html`<span lang="sv">”${example}”</span>: ${bi(both(`prövat ${n} ${n === 1 ? 'gång' : 'gånger'}, fel i upp till ${share.sv} kan ha undgåtts`, `looked at ${n} times, faults in up to ${share.en} may have escaped`))}`;
    }),
    least.length,
  )}<p class="muted">${bi(both('Med n försök utan fel är felen sannolikt (95 %) färre än 3/n.', 'After n tries without a fault, faults are likely (95 %) fewer than 3/n.'))}</p>`;
};
