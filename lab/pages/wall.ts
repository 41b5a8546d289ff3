import { type Bilingual, both } from '../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../pages/markup.ts';
import { type LabState, openCards, type SeatState } from '../state.ts';
import { type Around, clockLine, PRESENCE } from './views.ts';

/** So much of what was told to everybody is still news. */
const NEWS = 3;

/**
 * For everybody in the room, from afar: the clock, what was told to all, who is here and does what. No patient, and nothing
 * that holds one person up against another.
 */
export function wallView(state: LabState, textOf: Around['textOf']): Markup {
  const shown = [...state.cards.values()].filter(({ ending }) => ending === 'shown').length;
  const places = state.seats.filter(({ presence }) => presence !== 'gone');
  const here = places.filter(({ presence }) => presence === 'here').length;
  return html`<div class="wall">${clockLine(state)}
<dl class="figures">${figure(shown, both('uppgifter syns klara i systemet', 'tasks are seen to be done in the system'))}
${figure(openCards(state).length, both('uppgifter hos människor just nu', 'tasks with people right now'))}
${figure(here, both('människor på plats', 'people here'))}</dl>
${newsOf(state)}
<ul class="seats">${places.map((place) => placeOf(state, place, textOf))}</ul></div>`;
}

const figure = (value: number, { sv, en }: Bilingual): Markup =>
  html`<div><dt>${bi(both(sv, en))}</dt><dd>${value}</dd></div>`;

function newsOf({ injects }: LabState): Markup {
  const news = injects
    .filter(({ inject, state }) => state === 'sent' && inject.to === undefined)
    .slice(-NEWS);
  return news.length === 0
    ? html``
    : html`<section class="notice" aria-labelledby="news-h"><h2 id="news-h">${bi(both('Har hänt', 'Has happened'))}</h2><ul>${news.map(({ inject: { sv, en } }) => html`<li>${bi(both(sv, en ?? sv))}</li>`)}</ul></section>`;
}

/** 'Prioriterar patienten som orange.': what a card says to its person, said of that person. */
const doingIn = (what: string): string => what.replace(/^Du (.)/, (_, first: string) => first.toUpperCase());

function placeOf(state: LabState, { seat, presence }: SeatState, textOf: Around['textOf']): Markup {
  const [card] = openCards(state, seat.id);
  return html`<li class="${presence}"><h2>${seat.pseudonym}</h2><p>${seat.unitName}</p>
<p>${presence !== 'here' ? bi(PRESENCE[presence]) : card === undefined ? bi(both('Väntar på nästa uppgift', 'Waits for the next task')) : doingIn(textOf(card).what)}</p></li>`;
}
