import { MONITOR_KINDS } from '../../../domain/monitor.ts';
import { both, same, sentence } from '../../../pages/bilingual.ts';
import { bi, html } from '../../../pages/markup.ts';
import type { Part } from '../../../pages/part.ts';
import { table } from '../../../pages/table.ts';
import { badge } from '../../../pages/verdict.ts';
import type { MonitorResult } from '../../monitors.ts';
import type { Readiness } from '../../readiness.ts';
import { type AttachmentAddress, failureCard } from '../failure.ts';
import { TEXTS } from '../texts.ts';

/** What the monitors saw beside the steps: what was wrong first, and what there was nothing to look at of. */
export function monitorsSection({ monitors }: Readiness, address: AttachmentAddress): Part | undefined {
  if (monitors.length === 0) return undefined;
  const failures = monitors.flatMap((monitor) => monitor.failures);
  return {
    id: 'monitors',
    title: TEXTS.monitors,
    told:
      failures.length === 0
        ? both(`${monitors.length} övervakare, inga fynd`, `${monitors.length} monitors, no findings`)
        : both(
            `${failures.length} fynd`,
            `${failures.length} ${failures.length === 1 ? 'finding' : 'findings'}`,
          ),
    lead: TEXTS.monitorsLead,
    isOpen: failures.length > 0,
    body: html`${failures.length === 0 ? '' : html`<div class="card">${failures.map((failure) => failureCard(failure, address))}</div>`}
${table(
  TEXTS.monitors,
  [
    { head: TEXTS.monitor },
    { head: TEXTS.monitorKind },
    { head: TEXTS.lookedAtTimes, numeric: true },
    { head: TEXTS.findings, numeric: true },
    { head: TEXTS.verdict },
  ],
  monitors.map((monitor) => [
    html`${bi(monitor)} <code class="id">${monitor.id}</code>`,
    bi(sentence(MONITOR_KINDS[monitor.kind])),
    html`${monitor.lookedAt}`,
    html`${monitor.failures.reduce((sum, { count }) => sum + count, 0)}`,
    html`${verdictOf(monitor)}${monitor.reason === undefined ? '' : html` <span class="muted">${bi(same(monitor.reason))}</span>`}`,
  ]),
)}`,
  };
}

const verdictOf = ({ verdict }: MonitorResult) =>
  verdict === 'not-exercised' ? badge('not-covered', TEXTS.notExercised) : badge(verdict);
