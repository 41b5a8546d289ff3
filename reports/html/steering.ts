import { type Bilingual, both, moment, percent, same } from '../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../pages/markup.ts';
import { page, section } from '../../pages/page.ts';
import { badge } from '../../pages/verdict.ts';
import type { Readiness } from '../readiness.ts';
import { TEXTS } from './texts.ts';

/** What fits on one sheet of A4; the readiness page has the rest. */
const MOST = { reasons: 6, untested: 6, changes: 4, missed: 3 } as const;

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
  reasons: both('Varför', 'Why'),
  noReasons: both('Alla grindar som vägdes är passerade.', 'All gates that were weighed are passed.'),
  risks: both('De fem största riskerna för patienterna', 'The five worst risks to patients'),
  untested: both('Vad som inte är prövat', 'What was not tested'),
  allTested: both('Allt som planerades är prövat.', 'Everything that was planned was tested.'),
  changes: both('Vad som har ändrats sedan sist', 'What changed since last time'),
  nothingBefore: both('Ingen tidigare körning är vägd in.', 'No earlier run was weighed in.'),
  missed: both('Vad detta kan ha missat', 'What this could have missed'),
  restsOn: both('Vilar på', 'Rests on'),
} as const;

/** Go or no-go on one sheet, for those who decide: the same readiness gives the same bytes. */
export function steeringPage(readiness: Readiness): string {
  const { stage, decision, runs } = readiness;
  const last = runs.at(-1);
  const go = decision === 'go';
  return page({
    tab: `${go ? `✓ ${TEXTS.go.sv}` : `✗ ${TEXTS.noGo.sv}`} – ${WORDS.title.sv}`,
    kind: WORDS.title,
    heading: same(stage.title),
    facts: last === undefined ? [] : [moment(last.lastAt), restsOn(readiness)],
    styles: [new URL('./page.css', import.meta.url), new URL('./steering.css', import.meta.url)],
    body: html`<section class="verdict ${decision}" aria-labelledby="decision">
<p class="symbol" aria-hidden="true">${go ? '✓' : '✗'}</p>
<div><h2 id="decision">${bi(go ? TEXTS.go : TEXTS.noGo)} <small class="sv" lang="en">${go ? 'GO' : 'NO-GO'}</small></h2>
<p>${bi(go ? WORDS.goLead : WORDS.noGoLead)}</p></div>
</section>
${section('reasons', WORDS.reasons, reasons(readiness))}
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

const UNDECIDED = both('Ej avgjort:', 'Undecided:');

const reasons = ({ reasons: all }: Readiness): Markup =>
  all.length === 0
    ? html`<p>${bi(WORDS.noReasons)}</p>`
    : list(all.slice(0, MOST.reasons).map(reasonLine), all.length);

/** A requirement tells itself what it is about; any other reason is told by its gate first. */
const reasonLine = ({ verdict, requirement, gate, text }: Readiness['reasons'][number]): Markup =>
  requirement === undefined
    ? html`${badge(verdict)} ${bi(gate)} <span class="muted">${bi(text)}</span>`
    : html`${badge(verdict)} ${bi(text)}`;

const risks = ({ risks: worst }: Readiness): Markup =>
  html`<ol>${worst.map(
    ({ requirement, verdict, consequence, known }) =>
      html`<li><strong>${bi(consequence ?? requirement)}</strong> ${badge(verdict)}<br><span class="muted">${bi(requirement)} ${bi(known)}</span></li>`,
  )}</ol>`;

function untested({ notCovered, elsewhere, gates }: Readiness): Markup {
  const open = [...elsewhere, ...gates.filter(({ verdict }) => verdict === 'not-covered')];
  const items = [
    ...open.map(
      (gate) =>
        html`${bi(UNDECIDED)} ${bi(gate)} <span class="muted">${gate.owner === undefined ? '' : bi(gate.owner)}</span>`,
    ),
    ...notCovered.map(({ what, why }) => html`${bi(what)} <span class="muted">${bi(why)}</span>`),
  ];
  return items.length === 0
    ? html`<p>${bi(WORDS.allTested)}</p>`
    : list(items.slice(0, MOST.untested), items.length);
}

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
