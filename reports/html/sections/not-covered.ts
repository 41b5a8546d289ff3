import { same } from '../../../pages/bilingual.ts';
import { bi, html } from '../../../pages/markup.ts';
import type { Part } from '../../../pages/part.ts';
import { table } from '../../../pages/table.ts';
import type { Readiness } from '../../readiness.ts';
import { CHANNEL_TEXTS } from '../../text.ts';
import { TEXTS } from '../texts.ts';

/** What nobody looked at: it is neither right nor wrong, and it is never silent. */
export const notCoveredSection = ({ notCovered }: Readiness): Part => ({
  id: 'not-covered',
  title: TEXTS.notCovered,
  told: notCovered.length === 0 ? TEXTS.allCovered : same(`${notCovered.length}`),
  isOpen: false,
  body:
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
});
