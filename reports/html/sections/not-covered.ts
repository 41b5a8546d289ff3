import { bi, html, type Markup } from '../../../pages/markup.ts';
import { section } from '../../../pages/page.ts';
import { table } from '../../../pages/table.ts';
import type { Readiness } from '../../readiness.ts';
import { CHANNEL_TEXTS } from '../../text.ts';
import { TEXTS } from '../texts.ts';

/** What nobody looked at: it is neither right nor wrong, and it is never silent. */
export const notCoveredSection = ({ notCovered }: Readiness): Markup =>
  section(
    'not-covered',
    TEXTS.notCovered,
    notCovered.length === 0
      ? html`<p>${bi(TEXTS.allCovered)}</p>`
      : table(
          TEXTS.notCovered,
          [
            { head: TEXTS.what },
            { head: TEXTS.channel },
            { head: TEXTS.why },
            { head: TEXTS.count, numeric: true },
          ],
          notCovered.map(({ what, channel, why, count }) => [
            bi(what),
            channel === undefined ? html`–` : bi(CHANNEL_TEXTS[channel]),
            bi(why),
            html`${count}`,
          ]),
        ),
  );
