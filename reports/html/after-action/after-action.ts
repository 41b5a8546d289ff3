import type { Bilingual } from '../../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../../pages/markup.ts';
import type { RunHistory } from '../../history.ts';
import type { LabResult } from '../../lab/measure-lab.ts';
import type { TaskRow } from '../../lab/tasks.ts';

/** What the parts of the report tell from. */
export interface AfterAction {
  readonly run: RunHistory;
  readonly lab: LabResult;
  readonly tasks: readonly TaskRow[];
  readonly consent: Bilingual;
}

/** A heading of the format with what stands under it. */
export const part = (title: Bilingual, body: Markup): Markup => html`<h3>${bi(title)}</h3>
${body}`;

export const paragraph = (text: Bilingual): Markup => html`<p>${bi(text)}</p>`;

/** What only people know and write in by hand. */
export const toFillIn = (what: Bilingual): Markup =>
  html`<p class="fill-in"><span class="muted">${bi(what)}</span></p>`;
