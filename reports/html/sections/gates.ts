import { bi, html, type Markup } from '../../../pages/markup.ts';
import { section } from '../../../pages/page.ts';
import { table } from '../../../pages/table.ts';
import { badge } from '../../../pages/verdict.ts';
import type { Readiness } from '../../readiness.ts';
import { TEXTS } from '../texts.ts';

/** The gates with their limits, fixed before the run, and what was measured. */
export const gatesSection = ({ gates }: Readiness): Markup =>
  section(
    'gates',
    TEXTS.gates,
    table(
      TEXTS.gates,
      [{ head: TEXTS.gate }, { head: TEXTS.limit }, { head: TEXTS.measured }, { head: TEXTS.verdict }],
      gates.map((gate) => [
        html`<strong>${bi(gate)}</strong> <code class="id">${gate.id}</code>`,
        bi(gate.limit),
        bi(gate.measured),
        badge(gate.verdict),
      ]),
    ),
  );
