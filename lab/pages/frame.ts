import { readFileSync } from 'node:fs';
import { both } from '../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../pages/markup.ts';

const ROOT = new URL('../../pages/', import.meta.url);
/** The style of all of Genrep's pages, and what the lab adds. */
export const STYLE = `${readFileSync(new URL('page.css', ROOT), 'utf8')}\n${readFileSync(new URL('lab.css', import.meta.url), 'utf8')}`;
export const SCRIPT = readFileSync(new URL('lab.js', import.meta.url), 'utf8');

/** A page of the lab: its main part is sent anew whenever something happens, and only what differs is changed. */
export const framed = (title: string, main: Markup, csrf: string): string =>
  html`<!doctype html>
<html lang="sv" data-language="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="csrf" content="${csrf}">
<title>${title} – Genrep</title>
<link rel="stylesheet" href="/lab.css">
<script src="/morphdom.js" defer></script>
<script src="/idb.js" defer></script>
<script src="/lab.js" defer></script>
</head>
<body>
<header><div><p class="kicker">${bi(both('Genrep · Simuleringslabb', 'Genrep · Simulation lab'))}</p>
<h1>${title}</h1></div>
<button type="button" id="language">${bi(both('In English', 'På svenska'))}</button></header>
<p id="offline" role="status" hidden>${bi(both('Ingen kontakt just nu. Det du trycker på sparas här och skickas när kontakten är tillbaka.', 'No contact right now. What you press is kept here and sent when contact is back.'))}</p>
<p id="clock-off" role="status" hidden>${bi(both('Den här enhetens klocka går fel. Labbet räknar inte med den, men säg till handledaren: den kan störa i vårdsystemet.', 'The clock of this device is wrong. The lab does not go by it, but tell the facilitator: it may disturb the care system.'))}</p>
<main id="main">
${main}
</main>
</body>
</html>
`.text;

/** A form that is one tap: what it does, and fields that nobody sees. */
export const tap = (
  act: string,
  fields: Readonly<Record<string, string>>,
  body: Markup,
  className = '',
): Markup =>
  html`<form method="post" action="/tap" class="${className}">
<input type="hidden" name="do" value="${act}">${Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}
${body}</form>`;

export const button = (sv: string, en: string, className = ''): Markup =>
  html`<button type="submit" class="${className}">${bi(both(sv, en))}</button>`;
