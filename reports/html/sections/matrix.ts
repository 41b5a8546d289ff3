import { VERDICTS } from '../../../domain/verdict.ts';
import { bi, html, type Markup } from '../../../pages/markup.ts';
import type { Part } from '../../../pages/part.ts';
import { table } from '../../../pages/table.ts';
import { badge, VERDICT_TEXTS, verdictWord } from '../../../pages/verdict.ts';
import type { VerdictCounts } from '../../flows.ts';
import type { Readiness } from '../../readiness.ts';
import { CHANNEL_TEXTS } from '../../text.ts';
import { TEXTS } from '../texts.ts';

/** Which requirement was looked at in which flow, on which channel, of which system. */
export function matrixSection({ matrix, flows }: Readiness): Part {
  const names = new Map(flows.map(({ flow }) => [flow.id, flow.name]));
  return {
    id: 'matrix',
    title: TEXTS.matrix,
    lead: TEXTS.matrixLead,
    isOpen: false,
    body:
      matrix.length === 0
        ? html`<p>${bi(TEXTS.noLooks)}</p>`
        : table(
            TEXTS.matrix,
            [
              { head: TEXTS.requirement },
              { head: TEXTS.flow },
              { head: TEXTS.channel },
              { head: TEXTS.system },
              { head: TEXTS.looks },
              { head: TEXTS.verdict },
            ],
            matrix.map(({ requirement, flow, channel, system, looks, verdict }) => [
              html`<code class="id">${requirement}</code>`,
              html`<span lang="sv">${names.get(flow) ?? flow}</span> <code class="source">${flow}</code>`,
              bi(CHANNEL_TEXTS[channel]),
              html`${system}`,
              marks(looks),
              badge(verdict),
            ]),
          ),
  };
}

/** Counts as symbols: '✓ 57 ✗ 3'. */
export function marks(counts: VerdictCounts): Markup {
  const present = VERDICTS.toReversed().filter((verdict) => counts[verdict] > 0);
  return html`${present.map(
    (verdict) =>
      html`<span class="count ${verdict}"><span aria-hidden="true">${VERDICT_TEXTS[verdict].symbol}</span><span class="unseen">${bi(verdictWord(verdict, counts[verdict]))}</span> ${counts[verdict]}</span> `,
  )}`;
}
