import { bi, html, type Markup } from '../../pages/markup.ts';
import type { Act } from '../gates/gate.ts';

/** What to do, with the command that does it. */
export const actMarkup = (act: Act): Markup =>
  html`${bi(act)}${act.command === undefined ? '' : html` <code class="command">${act.command}</code>`}`;
