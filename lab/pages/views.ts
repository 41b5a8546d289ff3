import { CRITICAL_ERRORS, NOTE_KINDS } from '../../domain/lab-evidence.ts';
import { NOTE_TEXTS } from '../../domain/lab-notes.ts';
import { type Bilingual, both, sentence } from '../../pages/bilingual.ts';
import { bi, html, type Markup, raw } from '../../pages/markup.ts';
import type { Upcoming } from '../ahead.ts';
import type { Beneath } from '../beneath.ts';
import type { CardText } from '../card-text.ts';
import { clockText } from '../clock-text.ts';
import type { Part } from '../doing.ts';
import { isTo } from '../inject-state.ts';
import { type CardState, type LabState, openCards, type SeatState } from '../state.ts';
import { questionsView } from './after.ts';
import { CONSENT } from './consent.ts';
import { button, tap } from './frame.ts';
import { expectationsSection, METHODS } from './injects.ts';
import { ownChecks } from './staffing.ts';

/** What a page tells that does not follow from the state alone. */
export interface Around {
  readonly textOf: (card: Pick<CardState, 'instance' | 'step'>) => CardText;
  readonly upcoming: () => readonly Upcoming[];
  readonly parts: readonly Part[];
  readonly beneath: Pick<Beneath, 'faults'>;
  /** When shifts change, on the day's clock. */
  readonly shiftChanges: readonly number[];
  readonly codeOf: (seat: string) => string | undefined;
  /** Where tablets reach the lab. */
  readonly address: string;
  readonly isOver: boolean;
  readonly isSolo: boolean;
  /** Where the system under test is worked in, in words. */
  readonly workplace: string | undefined;
  /** Whether Genrep runs the browser at a place, and takes pictures of the care system there. */
  readonly isPictured: (seat: string) => boolean;
}

export const joinView = (csrf: string, mistake?: Bilingual): Markup => html`
<h2>${bi(both('Skriv din kod', 'Enter your code'))}</h2>
<form method="post" action="/in" class="taps">
<input type="hidden" name="_csrf" value="${csrf}">
<div><label for="code">${bi(both('Kod', 'Code'))}</label>
<input id="code" name="code" type="text" required autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="20"${mistake === undefined ? '' : raw(' aria-invalid="true" aria-describedby="mistake"')}></div>
${button('Gå in', 'Go in')}</form>
${mistake === undefined ? '' : html`<p id="mistake" role="alert" class="notice">${bi(mistake)}</p>`}`;

export const clockLine = ({ clock }: LabState): Markup => html`<p data-live>
<span class="clock">${bi(clockText(clock.dayTime))}</span>
${clock.isHeld ? html` <strong>${bi(both('Klockan står.', 'The clock is held.'))}</strong> ${clock.why ?? ''}` : ''}</p>`;

export function participantView(state: LabState, id: string, around: Around): Markup {
  const place = state.seats.find(({ seat }) => seat.id === id);
  if (place === undefined) return html`<p>${bi(both('Platsen finns inte.', 'There is no such place.'))}</p>`;
  if (place.presence === 'free')
    return html`${clockLine(state)}<h2>${place.seat.pseudonym}, ${place.seat.unitName}</h2>
<p>${bi(CONSENT)}</p>
${tap('join', {}, button('Jag är med', 'I will take part'), 'taps')}`;
  if (place.presence === 'gone')
    return html`${clockLine(state)}<h2>${bi(both('Din plats är borttagen. Tack för hjälpen!', 'Your place is taken away. Thank you for your help!'))}</h2>`;
  const cards = openCards(state, id);
  const [card, ...behind] = cards;
  const unrated = [...state.cards.values()].find(
    (each) =>
      each.seat === id &&
      each.ending !== undefined &&
      each.ending !== 'taken-back' &&
      !state.answers.some((answer) => answer.instrument === 'seq' && answer.card === each.id),
  );
  const injects = state.injects.filter(
    ({ inject, state: sent, acknowledgedBy }) =>
      sent === 'sent' && isTo(inject, id) && !acknowledgedBy.includes(id),
  );
  return html`${clockLine(state)}
<p>${place.seat.pseudonym}, ${place.seat.unitName}</p>
${around.isPictured(id) ? html`<p>${bi(both('Vid din arbetsplats tas bilder av vårdsystemets sida.', 'At your workstation, pictures are taken of the care system’s page.'))}</p>` : ''}
${around.isSolo || state.isAsked ? '' : ownChecks(state, id)}
${injects.map(
  ({ inject }) => html`<section class="notice" role="alert"><h2>${bi(METHODS[inject.method])}</h2>
<p>${bi(both(inject.sv, inject.en ?? inject.sv))}</p>${tap('acknowledge', { inject: inject.id }, button('Jag har tagit emot det', 'I have taken it in'))}</section>`,
)}
<div aria-live="polite">${
    state.isAsked
      ? unrated === undefined
        ? questionsView(state, id)
        : easeForm(unrated, around)
      : place.presence === 'away'
        ? html`<p>${bi(both('Du är borta. En robot gör dina uppgifter så länge.', 'You are away. A robot does your tasks meanwhile.'))}</p>${tap('return', {}, button('Jag är tillbaka', 'I am back'))}`
        : unrated !== undefined
          ? easeForm(unrated, around)
          : card === undefined
            ? nothingNow(place, around)
            : cardMarkup(card, around)
  }</div>
${
  behind.length === 0
    ? ''
    : html`<h2>${bi(both('Väntar sedan', 'Waits after that'))}</h2><ul>${behind.map((each) => html`<li>${around.textOf(each).what} (${around.textOf(each).who})</li>`)}</ul>`
}
${
  place.presence === 'here'
    ? html`<div class="taps">${tap('leave', {}, button('Jag går ifrån en stund', 'I step away for a while', 'second'))}
${around.isSolo && (around.isOver || isDone(place, cards)) ? tap('finish', {}, button('Avsluta', 'Finish')) : ''}</div>`
    : ''
}
${around.workplace === undefined ? '' : html`<details id="workplace"><summary>${bi(both('Var jag arbetar', 'Where I work'))}</summary><p>${around.workplace}</p></details>`}`;
}

const isDone = ({ seat, dealt }: SeatState, open: readonly CardState[]): boolean =>
  seat.cards !== undefined && dealt >= seat.cards && open.length === 0;

const nothingNow = (place: SeatState, { isOver }: Around): Markup =>
  isOver || isDone(place, [])
    ? html`<h2>${bi(both('Det var allt för i dag. Tack!', 'That was all for today. Thank you!'))}</h2>`
    : html`<h2>${bi(both('Inget att göra just nu', 'Nothing to do right now'))}</h2><p>${bi(both('Nästa kort kommer hit av sig självt.', 'The next card comes here by itself.'))}</p>`;

function cardMarkup(card: CardState, around: Around): Markup {
  const { who, number, what, where, byWhen, details, waits } = around.textOf(card);
  return html`<article class="card" aria-labelledby="card-h"><h2 id="card-h">${what}</h2>
<dl><dt>${bi(both('Patient', 'Patient'))}</dt><dd>${who}, ${number}</dd>
<dt>${bi(both('Var', 'Where'))}</dt><dd>${where}</dd>
<dt>${bi(both('När', 'When'))}</dt><dd>${byWhen}</dd>
${details.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}
${waits === undefined ? '' : html`<dt>${bi(both('Väntar på dig', 'Waits for you'))}</dt><dd>${waits}</dd>`}</dl>
<p>${bi(both('Gör det i vårdsystemet. Kortet blir klart av sig självt när systemet visar det.', 'Do it in the care system. The card is done by itself when the system shows it.'))}</p>
${
  card.isSaidDone
    ? html`<p class="notice">${bi(both('Du har sagt klart. Genrep tittar efter i systemet …', 'You said done. Genrep looks in the system …'))}</p>`
    : card.wasNotShown
      ? html`<p class="notice">${bi(both('Du sade klart, men det syns inte i systemet. Titta en gång till, eller säg att du inte kom vidare.', 'You said done, but the system does not show it. Look once more, or say that you did not get further.'))}</p>`
      : ''
}
${card.otherwise === undefined ? '' : html`<p class="notice">${bi(both('I systemet står något annat än på kortet. Stäm av vad du skrev.', 'The system says something else than the card. Check what you wrote.'))}</p>`}
<div class="taps">${tap('said-done', { card: card.id }, button('Klart', 'Done'))}
${tap('help', { card: card.id }, button('Jag behövde hjälp', 'I needed help', 'second'))}</div>
<details id="stuck"><summary>${bi(both('Jag kom inte vidare', 'I did not get further'))}</summary>
${tap(
  'stuck',
  { card: card.id },
  html`<label for="why">${bi(both('Vad hände? (frivilligt)', 'What happened? (optional)'))}</label><textarea id="why" name="text" rows="3" maxlength="1000"></textarea>
<div class="taps">${button('Lämna över till en robot', 'Hand it to a robot', 'alarm')}</div>`,
)}</details></article>`;
}

/** The single ease question of Sauro and Dumas (2009): one to seven. */
const easeForm = (
  card: CardState,
  around: Around,
): Markup => html`<section class="card" aria-labelledby="ease-h">
<h2 id="ease-h">${bi(both('Hur lätt eller svårt var det?', 'How easy or difficult was it?'))}</h2>
<p>${around.textOf(card).what}</p>
${tap(
  'ease',
  { card: card.id },
  html`<fieldset class="scale seven"><legend>${bi(both('1 mycket svårt – 7 mycket lätt', '1 very difficult – 7 very easy'))}</legend>
${[1, 2, 3, 4, 5, 6, 7].map((value) => html`<button type="submit" name="value" value="${value}" class="second">${value}</button>`)}</fieldset>`,
)}</section>`;

export const PRESENCE: Readonly<Record<SeatState['presence'], Bilingual>> = {
  free: both('Ingen har kommit (robot)', 'Nobody has come (robot)'),
  here: both('På plats', 'Here'),
  away: both('Borta (robot)', 'Away (robot)'),
  gone: both('Borttagen', 'Taken away'),
};

interface SeatControls {
  readonly more: (place: SeatState) => Markup;
  /** With a card that is not over. */
  readonly ofCard?: (card: CardState) => Markup;
}

/** A place as those who lead and observe see it, with what they can do about it. */
export function seatMarkup(
  state: LabState,
  place: SeatState,
  around: Around,
  { more, ofCard = () => html`` }: SeatControls,
): Markup {
  const { seat, presence } = place;
  return html`<li><h3>${seat.pseudonym}</h3><p>${seat.unitName} · ${bi(PRESENCE[presence])}</p>
<ul>${openCards(state, seat.id).map(
    (card) =>
      html`<li>${around.textOf(card).what}${card.help > 0 ? html` <strong>${bi(both('behövde hjälp', 'needed help'))}</strong>` : ''}${card.wasNotShown ? html` <strong>${bi(both('sagt klart, syns inte', 'said done, not shown'))}</strong>` : ''}${ofCard(card)}</li>`,
  )}</ul>
${more(place)}</li>`;
}

const isCritical = (kind: string): boolean => CRITICAL_ERRORS.some((critical) => critical === kind);

/** Of a note, from one on. */
const SEVERITIES: readonly Bilingual[] = [
  both('liten', 'small'),
  both('hindrar', 'hinders'),
  both('kan skada', 'may harm'),
];

/** Two taps: who, and what; words and weight where there is time for them. */
export const observerView = (state: LabState, around: Around): Markup => html`${clockLine(state)}
${expectationsSection(state)}
<h2>${bi(both('Platser', 'Places'))}</h2>
<ul class="seats">${state.seats
  .filter(({ presence }) => presence !== 'gone')
  .map((place) =>
    seatMarkup(state, place, around, {
      more: ({
        seat,
      }) => html`<details id="note-${seat.id}"><summary>${bi(both(`Anteckna om ${seat.pseudonym}`, `Note about ${seat.pseudonym}`))}</summary>
${tap(
  'note',
  { seat: seat.id, card: openCards(state, seat.id)[0]?.id ?? '' },
  html`<label for="text-${seat.id}">${bi(both('Ord (frivilligt)', 'Words (optional)'))}</label><input id="text-${seat.id}" name="text" type="text" maxlength="500">
<label for="severity-${seat.id}">${bi(both('Hur allvarligt', 'How severe'))}</label><select id="severity-${seat.id}" name="severity">${SEVERITIES.map(({ sv, en }, index) => html`<option value="${index + 1}">${index + 1} ${sv} · ${en}</option>`)}</select>
<div class="taps">${[...NOTE_KINDS, ...CRITICAL_ERRORS].map((kind) => html`<button type="submit" name="kind" value="${kind}" class="${isCritical(kind) ? 'alarm' : 'second'}">${bi(sentence(NOTE_TEXTS[kind]))}</button>`)}</div>`,
)}</details>`,
    }),
  )}</ul>
<p>${bi(state.notes.length === 1 ? both('1 anteckning', '1 note') : both(`${state.notes.length} anteckningar`, `${state.notes.length} notes`))}</p>`;
