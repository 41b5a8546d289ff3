import { renderSVG } from 'uqr';
import { both, number } from '../../pages/bilingual.ts';
import { bi, html, type Markup, raw } from '../../pages/markup.ts';
import { clockText } from '../clock-text.ts';
import { partId } from '../facilitator-taps.ts';
import { type CardState, type LabState, openCards, type SeatState } from '../state.ts';
import { afterControls } from './after.ts';
import { button, tap } from './frame.ts';
import { injectsSection } from './injects.ts';
import { checksSection, staffSection, upcomingSection } from './staffing.ts';
import { type Around, clockLine, seatMarkup } from './views.ts';

/** One screen to lead a session from: the clock, what comes next, who is where; what is seldom needed is folded. */
export function facilitatorView(state: LabState, around: Around): Markup {
  const seats = state.seats.filter(({ presence }) => presence !== 'gone');
  const isBefore = state.clock.version === 0;
  return html`${clockLine(state)}
${clockSection(state, around)}
${isBefore ? checksSection(state) : ''}
<div class="columns"><div>${injectsSection(state, around.beneath)}
${upcomingSection(around.upcoming(), around.textOf)}</div>
<section aria-labelledby="seats-h"><h2 id="seats-h">${bi(both('Platser', 'Places'))}</h2>
${openCards(state).length > 0 ? tap('take-all-back', {}, button('Ge alla kort till robotar', 'Give all cards to robots', 'second')) : ''}
<ul class="seats">${seats.map((place) => seatMarkup(state, place, around, { more: (each) => controlsOf(each, around), ofCard: (card) => cardControls(card, othersOf(state, place)) }))}</ul></section></div>
<details id="more-or-fewer"><summary>${bi(both('Fler eller färre', 'More or fewer'))}</summary>${staffSection(state, around.parts)}</details>
${isBefore ? '' : html`<details id="check-of-room"><summary>${bi(both('Kontroll av lokalen', 'Check of the room'))}</summary>${checksSection(state)}</details>`}`;
}

function clockSection(state: LabState, around: Around): Markup {
  const { clock, pace } = state;
  const match = { match: String(clock.version) };
  return html`<section aria-labelledby="clock-h"><h2 id="clock-h">${bi(both('Klockan', 'The clock'))}</h2>
<div class="taps">${clock.isHeld ? tap('continue', match, button('Låt klockan gå', 'Let the clock go')) : tap('hold', match, button('Håll klockan', 'Hold the clock'))}
${nextShiftChange(state, around)}
${tap('jump', match, html`<label for="to">${bi(both('Hoppa till (TT:MM)', 'Jump to (HH:MM)'))}</label><input id="to" name="to" type="text" pattern="[0-2][0-9][:.][0-5][0-9]" required size="6"> ${button('Hoppa', 'Jump', 'second')}`, 'taps')}</div>
<fieldset class="taps"><legend>${bi(both(`Så fort går klockan när någon har ett kort (nu ${number(pace).sv} ${pace === 1 ? 'gång' : 'gånger'} så fort som på riktigt)`, `How fast the clock goes while somebody has a card (now ${number(pace).en} ${pace === 1 ? 'time' : 'times'} as fast as in reality)`))}</legend>
${[1, 5, 30].map((speed) => tap('pace', { pace: String(speed), ...match }, button(`${speed} ${speed === 1 ? 'gång' : 'gånger'}`, `${speed} ${speed === 1 ? 'time' : 'times'}`, pace === speed ? '' : 'second')))}</fieldset>
${afterControls(state)}
<details id="end-session"><summary>${bi(both('Avsluta', 'End'))}</summary><p>${bi(both('Labbet stängs för alla, och rapporten görs. Det går inte att ångra.', 'The lab closes for everybody, and the report is made. It cannot be undone.'))}</p>
${tap('finish', {}, button('Avsluta sessionen', 'End the session', 'alarm'), 'taps')}</details></section>`;
}

function nextShiftChange({ clock }: LabState, { shiftChanges }: Around): Markup {
  const next = shiftChanges.find((at) => at > clock.dayTime);
  if (next === undefined) return html``;
  const { sv, en } = clockText(next);
  const fields = { to: en, match: String(clock.version) };
  return tap(
    'jump',
    fields,
    button(`Hoppa till passbytet ${sv}`, `Jump to the shift change ${en}`, 'second'),
  );
}

/** Its code, in sight until somebody has come, and the place itself. */
function controlsOf({ seat, presence }: SeatState, around: Around): Markup {
  const code = around.codeOf(seat.id);
  const shown = code === undefined ? html`` : codeMarkup(code, around.address);
  return html`${presence === 'free' ? shown : ''}
<details id="more-${seat.id}"><summary>${bi(both(`Mer om ${seat.pseudonym}`, `More about ${seat.pseudonym}`))}</summary>
<div class="taps">${presence === 'here' ? tap('send-away', { seat: seat.id }, button('Ta bort från platsen', 'Take away from the place', 'second')) : ''}
${presence === 'away' ? tap('call-back', { seat: seat.id }, button('Tillbaka till platsen', 'Back to the place', 'second')) : ''}
${tap('add-seat', { part: partId(seat) }, button('En plats till som denna', 'One more place like this', 'second'))}
${tap('remove-seat', { seat: seat.id }, button('Ta bort platsen helt', 'Remove the place', 'alarm'))}</div>
${presence === 'free' ? '' : shown}</details>`;
}

/** Those who could take the cards of a place. */
const othersOf = ({ seats }: LabState, { seat }: SeatState): readonly SeatState[] =>
  seats.filter(
    (each) =>
      each.presence === 'here' &&
      each.seat.id !== seat.id &&
      each.seat.role === seat.role &&
      each.seat.unit === seat.unit,
  );

const codeMarkup = (code: string, address: string): Markup =>
  html`<p><span class="code">${code}</span></p><div class="qr" role="img" aria-label="QR ${code}">${raw(renderSVG(`${address}/#${code}`))}</div>`;

const cardControls = (card: CardState, others: readonly SeatState[]): Markup =>
  html`<div class="taps">${tap('take-back', { card: card.id }, button('Ge kortet till en robot', 'Give the card to a robot', 'second'))}
${others.map(({ seat }) => tap('move', { card: card.id, seat: seat.id }, button(`Ge kortet till ${seat.pseudonym}`, `Give the card to ${seat.pseudonym}`, 'second')))}</div>`;
