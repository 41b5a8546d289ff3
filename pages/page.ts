import { readFileSync } from 'node:fs';
import { type Bilingual, both } from './bilingual.ts';
import { bi, html, type Markup, raw } from './markup.ts';

export interface Page {
  /** In the browser's tab; Swedish, as nobody can switch it. */
  readonly tab: string;
  /** What kind of page it is, above its heading. */
  readonly kind: Bilingual;
  readonly heading: Bilingual;
  /** What is said under the heading, told apart by dots. */
  readonly facts: readonly Bilingual[];
  readonly body: Markup;
  /** Style sheets of its own, after the common one: file URLs. */
  readonly styles?: readonly URL[];
  /** Of a page that is written anew while somebody looks at it: seconds after which a browser fetches it again. */
  readonly refresh?: number;
}

const SWITCH = both('In English', 'På svenska');

const read = (file: URL): Markup => raw(readFileSync(file, 'utf8'));
const besides = (name: string): Markup => read(new URL(name, import.meta.url));

/**
 * A page as one file that needs nothing else: Swedish with an English switch, readable on a telephone and on paper. The
 * same content gives the same bytes.
 */
export const page = ({ tab, kind, heading, facts, body, styles = [], refresh }: Page): string =>
  html`<!doctype html>
<html lang="sv" data-language="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${
  refresh === undefined
    ? ''
    : html`<meta http-equiv="refresh" content="${refresh}">
`
}<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${tab}</title>
<style>
${besides('./page.css')}${styles.map(read)}</style>
</head>
<body>
<header><div><p class="kicker">Genrep · ${bi(kind)}</p>
<h1>${bi(heading)}</h1>
<p class="muted">${facts.map((fact, index) => html`${index === 0 ? '' : ' · '}${bi(fact)}`)}</p></div>
<button type="button" id="language">${bi(SWITCH)}</button></header>
<main>
${body}
</main>
<script>
${besides('./page.js')}</script>
</body>
</html>
`.text;

/** A part of the page with its heading. */
export const section = (id: string, title: Bilingual, body: Markup, lead?: Bilingual): Markup =>
  html`<section id="${id}" aria-labelledby="${id}-h">
<h2 id="${id}-h">${bi(title)}</h2>
${lead === undefined ? '' : html`<p class="lead">${bi(lead)}</p>`}
${body}
</section>`;
