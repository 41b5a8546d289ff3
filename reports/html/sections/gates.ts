import { both } from '../../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../../pages/markup.ts';
import type { Part } from '../../../pages/part.ts';
import { table } from '../../../pages/table.ts';
import { badge } from '../../../pages/verdict.ts';
import type { GateResult } from '../../judge-gates.ts';
import type { Readiness } from '../../readiness.ts';
import { TEXTS } from '../texts.ts';

/** The gates with their limits, fixed before the run, what was measured, on what it rests, and who answers for it. */
export const gatesSection = ({ gates, elsewhere, runs, conclusion }: Readiness): Part => ({
  id: 'gates',
  title: TEXTS.gates,
  told: both(
    `${conclusion.gates.passed} av ${conclusion.gates.all} passerade`,
    `${conclusion.gates.passed} of ${conclusion.gates.all} passed`,
  ),
  isOpen: false,
  body: html`${gateTable(gates, { isOnlyRun: runs.length === 1 })}
${
  elsewhere.length === 0
    ? ''
    : html`<h3>${bi(TEXTS.elsewhere)}</h3><p class="lead">${bi(TEXTS.elsewhereLead)}</p>${gateTable(elsewhere, { open: true })}`
}`,
});

const gateTable = (
  gates: readonly GateResult[],
  { open = false, isOnlyRun = false }: { readonly open?: boolean; readonly isOnlyRun?: boolean },
): Markup =>
  table(
    open ? TEXTS.elsewhere : TEXTS.gates,
    [
      { head: TEXTS.gate },
      { head: TEXTS.limit },
      { head: TEXTS.measured },
      { head: TEXTS.restsOn },
      { head: TEXTS.owner },
      { head: TEXTS.verdict },
    ],
    gates.map((gate) => [
      html`<strong>${bi(gate)}</strong> <code class="id">${gate.id}</code>${changedNote(gate)}`,
      bi(gate.limit),
      open ? html`–` : bi(gate.measured),
      evidence(gate, isOnlyRun),
      gate.owner === undefined ? html`–` : bi(gate.owner),
      open ? badge('not-covered', TEXTS.open) : badge(gate.verdict),
    ]),
    { filterFrom: Number.POSITIVE_INFINITY },
  );

const evidence = ({ evidence: rests, from }: GateResult, isOnlyRun: boolean): Markup => {
  if (rests.length > 0 && isOnlyRun) return bi(THIS_RUN);
  if (rests.length > 0) return html`${rests.map((one) => html`<code>${one}</code> `)}`;
  return from.length === 0 ? html`–` : bi(neededFrom(from));
};

const THIS_RUN = both('den här körningen', 'this run');

const SOURCE_TEXTS = {
  day: both('en dag', 'a day'),
  features: both('scenarierna', 'the scenarios'),
  simulate: both('en simulering', 'a simulation'),
  load: both('en belastning', 'a load'),
  lab: both('ett simuleringslabb', 'a simulation lab'),
  deck: both('kontrollfrågor till beslutsstödet', 'questions to decision support'),
  migration: both('en avstämd migrering', 'a migration that was compared'),
  access: both('en prövning av åtkomsten', 'a trial of access'),
  drill: both('en övning', 'a drill'),
  deviations: both('registret över avvikelser', 'the register of deviations'),
  statement: both('ett signerat intyg', 'a signed statement'),
  approvals: both('kliniska godkännanden', 'clinical approvals'),
  training: both('kursregister och schema', 'course records and roster'),
} as const satisfies Record<GateResult['from'][number], unknown>;

const neededFrom = (from: GateResult['from']) =>
  both(
    `saknas: ${from.map((source) => SOURCE_TEXTS[source].sv).join(' eller ')}`,
    `lacking: ${from.map((source) => SOURCE_TEXTS[source].en).join(' or ')}`,
  );

function changedNote({ changed }: GateResult): Markup {
  if (changed === undefined) return html``;
  const { override } = changed;
  if (override === undefined) return html`<br>${badge('fail', TEXTS.changed)}`;
  const words = both(
    `${override.by} har ${override.at.slice(0, 10)} godtagit ändringen: ${override.reason}`,
    `${override.by} accepted the change ${override.at.slice(0, 10)}: ${override.reason}`,
  );
  return html`<br>${badge('unknown', TEXTS.changed)} <span class="muted">${bi(words)}</span>`;
}
