import { both } from '../../../pages/bilingual.ts';
import { bi, html } from '../../../pages/markup.ts';
import type { Part } from '../../../pages/part.ts';
import { table } from '../../../pages/table.ts';
import { badge } from '../../../pages/verdict.ts';
import type { Readiness } from '../../readiness.ts';
import { actMarkup } from '../act.ts';
import { TEXTS } from '../texts.ts';

/**
 * The gates that are left before the stage is ready, who answers for each and what closes it. A run of another kind than
 * a day looks at a part of the stage, so what it leaves is folded.
 */
export function remainingSection({ conclusion: { remaining }, scope, runs }: Readiness): Part | undefined {
  const count = remaining.length;
  if (count === 0) return undefined;
  return {
    id: 'remaining',
    title: TEXTS.remaining,
    told: both(`${count} ${count === 1 ? 'grind' : 'grindar'}`, `${count} ${count === 1 ? 'gate' : 'gates'}`),
    isOpen: scope === 'stage' || runs.every(({ command }) => command === 'day'),
    body: table(
      TEXTS.remaining,
      [{ head: TEXTS.gate }, { head: TEXTS.owner }, { head: TEXTS.closedBy }],
      remaining.map(({ verdict, owner, closedBy, ...gate }) => [
        html`${verdict === 'not-covered' ? badge(verdict, TEXTS.open) : badge(verdict)} <strong>${bi(gate)}</strong>`,
        owner === undefined ? html`–` : bi(owner),
        closedBy === undefined ? html`–` : actMarkup(closedBy),
      ]),
      { filterFrom: Number.POSITIVE_INFINITY },
    ),
  };
}
