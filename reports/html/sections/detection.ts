import { both, percent } from '../../../pages/bilingual.ts';
import { bi, html } from '../../../pages/markup.ts';
import type { Part } from '../../../pages/part.ts';
import { table } from '../../../pages/table.ts';
import type { Readiness } from '../../readiness.ts';
import { publishedTrial } from '../../trial/published.ts';
import { TEXTS } from '../texts.ts';

/** What share of each kind of step could go wrong without these runs having been likely to show it. */
export const detectionSection = ({ detection }: Readiness): Part => ({
  id: 'detection',
  title: TEXTS.detection,
  lead: both(
    `${publishedTrial.sv} ${TEXTS.detectionLead.sv}`,
    `${publishedTrial.en} ${TEXTS.detectionLead.en}`,
  ),
  isOpen: false,
  body:
    detection.length === 0
      ? html`<p>${bi(TEXTS.noLooks)}</p>`
      : table(
          TEXTS.detection,
          [
            { head: TEXTS.kindOfStep },
            { head: TEXTS.lookedAtTimes, numeric: true },
            { head: TEXTS.wentWrong, numeric: true },
            { head: TEXTS.couldMiss, numeric: true },
          ],
          detection.map(({ kind, example, n, wrong, couldMiss }) => [
            html`<code>${kind}</code> <span class="muted" lang="sv">”${example}”</span>`,
            html`${n}`,
            html`${wrong}`,
            couldMiss === undefined ? html`–` : bi(percent(couldMiss)),
          ]),
        ),
});
