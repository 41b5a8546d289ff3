import { percent } from '../../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../../pages/markup.ts';
import { section } from '../../../pages/page.ts';
import { table } from '../../../pages/table.ts';
import type { Readiness } from '../../readiness.ts';
import { TEXTS } from '../texts.ts';

/** What share of each kind of step could go wrong without these runs having been likely to show it. */
export const detectionSection = ({ detection }: Readiness): Markup =>
  section(
    'detection',
    TEXTS.detection,
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
    TEXTS.detectionLead,
  );
