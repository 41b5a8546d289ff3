import { same } from '../../../pages/bilingual.ts';
import { bi, html } from '../../../pages/markup.ts';
import type { Part } from '../../../pages/part.ts';
import { badge } from '../../../pages/verdict.ts';
import type { Readiness } from '../../readiness.ts';
import { TEXTS } from '../texts.ts';

/** What became different since the run before; nothing where none was given. */
export const changesSection = ({ changes }: Readiness): Part | undefined =>
  changes === undefined
    ? undefined
    : {
        id: 'changes',
        title: TEXTS.changes,
        told: same(`${changes.changes.length}`),
        isOpen: changes.changes.length > 0,
        body: html`<p class="muted">${bi(TEXTS.comparedWith)} <code>${changes.since}</code></p>
${
  changes.changes.length === 0
    ? html`<p>${bi(TEXTS.noChanges)}</p>`
    : html`<ul>${changes.changes.map(({ id, is, text }) => html`<li>${badge(is)} <code>${id}</code> ${bi(text)}</li>`)}</ul>`
}`,
      };
