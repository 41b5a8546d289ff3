import { both } from '../../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../../pages/markup.ts';
import type { Part } from '../../../pages/part.ts';
import { filtered, table } from '../../../pages/table.ts';
import { badge, verdictBar } from '../../../pages/verdict.ts';
import { type Failure, failureKey } from '../../failures.ts';
import type { FlowReport, Readiness } from '../../readiness.ts';
import { CHANNEL_TEXTS } from '../../text.ts';
import { type AttachmentAddress, failureCard } from '../failure.ts';
import { TEXTS } from '../texts.ts';
import { marks } from './matrix.ts';

/** Each flow with all times it was played, open where a step went wrong. */
export const flowsSection = ({ flows, stability, counts }: Readiness, address: AttachmentAddress): Part => ({
  id: 'flows',
  title: TEXTS.flows,
  told: both(
    `${counts.instances.pass} av ${counts.started} godkända`,
    `${counts.instances.pass} of ${counts.started} pass`,
  ),
  lead: TEXTS.flowsLead,
  isOpen: flows.some(({ failures }) => failures.length > 0),
  body: filtered(
    html`${flows.toSorted(failingFirst).map((flow) =>
      flowCard(flow, (failure) => {
        const known = stability[failureKey(failure)];
        return failureCard(failure, address, {
          underFlow: true,
          ...(known === undefined ? {} : { stability: known }),
        });
      }),
    )}`,
    flows.length,
  ),
});

const failingFirst = (a: FlowReport, b: FlowReport): number =>
  Number(b.failures.length > 0) - Number(a.failures.length > 0);

function flowCard(
  { flow, instances, byChannel, steps, failures }: FlowReport,
  card: (failure: Failure) => Markup,
): Markup {
  const sum = (counts: Readonly<Record<string, number>>) =>
    Object.values(counts).reduce((total, n) => total + n, 0);
  const browser = sum(byChannel.ui);
  const open = failures.length > 0 ? html` open` : '';
  return html`<details class="card flow"${open}><summary><span class="name">${flow.name}</span>
<span class="muted">${sum(instances)} ${bi(TEXTS.played)}${browser === 0 ? '' : html`, ${browser} ${bi(TEXTS.throughBrowser)}`} · ${bi(TEXTS.safetyClass)} ${flow.safetyClass} · ${flow.requirements.join(', ')}</span>
${verdictBar(instances)}</summary>
${failures.length === 0 ? html`<p class="muted">${bi(TEXTS.noFailures)} <code class="source">${flow.location.file}</code></p>` : failures.map(card)}
${steps.length === 0 ? '' : failures.length === 0 ? stepTable(steps) : html`<details><summary>${bi(TEXTS.steps)}</summary>${stepTable(steps)}</details>`}
</details>
`;
}

/** Every step of a flow, how it went on each channel. */
const stepTable = (steps: FlowReport['steps']): Markup =>
  table(
    TEXTS.steps,
    [{ head: TEXTS.step }, { head: CHANNEL_TEXTS.api }, { head: CHANNEL_TEXTS.ui }, { head: TEXTS.verdict }],
    steps.map(({ index, text, byChannel, verdict }) => [
      html`<span class="muted">${index + 1}</span> <span lang="sv">${text}</span>`,
      marks(byChannel.api),
      marks(byChannel.ui),
      badge(verdict),
    ]),
    { filterFrom: Number.POSITIVE_INFINITY },
  );
