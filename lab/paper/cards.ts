import { readFileSync } from 'node:fs';
import { renderSVG } from 'uqr';
import { html, type Markup, raw } from '../../pages/markup.ts';
import { clockText } from '../clock-text.ts';
import type { PaperCard } from './deck.ts';

export interface CardsOptions {
  /** Of the day's plan: cards of another plan are other cards. */
  readonly planHash: string;
  /** Where tablets will reach the lab; without it there are no QR codes. */
  readonly address?: string;
}

const SHEET = 4;

/** Task cards, four A6 on an A4 to be cut: black on white, each with the number that it has on the tablet. */
export const cardsPage = (cards: readonly PaperCard[], options: CardsOptions): string => {
  const sheets = Array.from({ length: Math.ceil(cards.length / SHEET) }, (_, index) =>
    cards.slice(index * SHEET, (index + 1) * SHEET),
  );
  return html`<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<title>Uppgiftskort – Genrep</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<h1 class="unseen">Uppgiftskort</h1>
${sheets.map((sheet) => html`<div class="sheet">${sheet.map((card) => cardMarkup(card, options))}</div>`)}
</body>
</html>
`.text;
};

const STYLE = readFileSync(new URL('cards.css', import.meta.url), 'utf8');

function cardMarkup({ id, part, comesAt, text }: PaperCard, { planHash, address }: CardsOptions): Markup {
  const { who, number, what, where, byWhen, details, waits } = text;
  return html`<article>
<p class="part">${part} · patienten kommer ${clockText(comesAt).sv}</p>
<h2>${what}</h2>
<dl><dt>Patient</dt><dd>${who}<br>${number}</dd>
<dt>Var</dt><dd>${where}</dd>
<dt>När</dt><dd>${byWhen}</dd>
${details.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}
${waits === undefined ? '' : html`<dt>Väntar på dig</dt><dd>${waits}</dd>`}</dl>
<footer><p>Gör det i vårdsystemet.${address === undefined ? '' : ' Läs av rutan med surfplattan när du tar kortet.'}<br><b>${id}</b> · plan ${planHash.slice(0, 8)}</p>
${address === undefined ? '' : html`<div class="qr" role="img" aria-label="QR ${id}">${raw(renderSVG(`${address}/#kort=${id}`, { border: 1 }))}</div>`}</footer>
</article>`;
}
