import { type Bilingual, both } from './bilingual.ts';
import { bi, html, type Markup } from './markup.ts';

/** A part of a long page, which can be folded without any script. */
export interface Part {
  readonly id: string;
  readonly title: Bilingual;
  /** What it comes to, for those who leave it folded. */
  readonly told?: Bilingual;
  readonly lead?: Bilingual;
  readonly isOpen: boolean;
  readonly body: Markup;
}

/** A link to the part opens it, since the place that is linked to is inside what is folded. */
export const partMarkup = ({ id, title, told, lead, isOpen, body }: Part): Markup =>
  html`<section class="part" aria-labelledby="${id}-h">
<details${isOpen ? html` open` : ''}><summary><h2 id="${id}-h">${bi(title)}</h2>${told === undefined ? '' : html` <span class="told">${bi(told)}</span>`}</summary>
<div id="${id}">
${lead === undefined ? '' : html`<p class="lead">${bi(lead)}</p>`}
${body}
</div></details>
</section>`;

/** A table of contents. */
export const contents = (parts: readonly Part[]): Markup =>
  html`<nav class="contents" aria-labelledby="contents-h"><h2 id="contents-h">${bi(CONTENTS)}</h2>
<ul>${parts.map(({ id, title }) => html`<li><a href="#${id}">${bi(title)}</a></li>`)}</ul></nav>`;

const CONTENTS = both('Innehåll', 'Contents');
