import { bi, html, type Markup } from '../../../pages/markup.ts';
import { section } from '../../../pages/page.ts';
import { badge } from '../../../pages/verdict.ts';
import type { Readiness } from '../../readiness.ts';
import { TEXTS } from '../texts.ts';

/** What became different since the run before; nothing where none was given. */
export const changesSection = ({ changes }: Readiness): Markup =>
  changes === undefined
    ? html``
    : section(
        'changes',
        TEXTS.changes,
        html`<p class="muted">${bi(TEXTS.comparedWith)} <code>${changes.since}</code></p>
${
  changes.changes.length === 0
    ? html`<p>${bi(TEXTS.noChanges)}</p>`
    : html`<ul>${changes.changes.map(({ id, is, text }) => html`<li>${badge(is)} <code>${id}</code> ${bi(text)}</li>`)}</ul>`
}`,
      );
