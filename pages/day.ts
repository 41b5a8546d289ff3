import { html, type Markup } from './markup.ts';

/** An ISO date on one line; a dash where there is none. */
export const day = (date: string | undefined): Markup =>
  date === undefined ? html`–` : html`<time class="day" datetime="${date}">${date}</time>`;
