import type { Bilingual } from './bilingual.ts';

/** Text that is HTML already and is not escaped again. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Markup | string | number | readonly Part[] | undefined;

/**
 * HTML with everything that is put into it escaped, unless it is markup itself.
 *
 * @example html`<td>${'a < b'}</td>`.text // '<td>a &lt; b</td>'
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(String.raw({ raw: strings }, ...parts.map(write)));
}

/** Markup that was made elsewhere: a picture, a style sheet. */
export const raw = (text: string): Markup => new Markup(text);

/** A text in both languages, of which the page shows one. */
export const bi = ({ sv, en }: Bilingual): Markup =>
  sv === en
    ? html`${sv}`
    : html`<span class="sv" lang="sv">${sv}</span><span class="en" lang="en">${en}</span>`;

const write = (part: Part): string => {
  if (part === undefined) return '';
  if (part instanceof Markup) return part.text;
  return typeof part === 'object' ? part.map(write).join('') : escapeHtml(String(part));
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
