import type { LabChecked } from '../../domain/lab-evidence.ts';
import { ROLES } from '../../domain/role.ts';
import { type Bilingual, both } from '../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../pages/markup.ts';
import { A_ROBOT, type Upcoming } from '../ahead.ts';
import type { CardText } from '../card-text.ts';
import type { Part } from '../doing.ts';
import { partId } from '../facilitator-taps.ts';
import { type LabState, staffId } from '../state.ts';
import { button, tap } from './frame.ts';

/** What robots will do next that somebody who is here could do instead. */
export const upcomingSection = (
  upcoming: readonly Upcoming[],
  textOf: (task: { readonly instance: string; readonly step: number }) => CardText,
): Markup => html`<section aria-labelledby="upcoming-h"><h2 id="upcoming-h">${bi(both('På väg', 'Upcoming'))}</h2>
${upcoming.length === 0 ? html`<p>${bi(both('Inget som någon här kan ta.', 'Nothing that anybody here can take.'))}</p>` : ''}
<ul class="injects">${upcoming.map((task) => {
  const { what, who } = textOf(task);
  const { instance: visit, step, takers, givenTo } = task;
  const to = takers.find(({ seat }) => seat.id === givenTo)?.seat.pseudonym;
  return html`<li><p>${what} (${who})${
    givenTo === undefined
      ? ''
      : html` <strong>${givenTo === A_ROBOT ? bi(both('En robot gör det.', 'A robot does it.')) : bi(both(`${to ?? '–'} får det.`, `${to ?? '–'} gets it.`))}</strong>`
  }</p><div class="taps">
${takers.filter(({ seat }) => seat.id !== givenTo).map(({ seat }) => tap('hand', { visit, step: String(step), seat: seat.id }, button(`Ge till ${seat.pseudonym}`, `Give to ${seat.pseudonym}`, 'second')))}
${givenTo === A_ROBOT ? '' : tap('hand', { visit, step: String(step), seat: A_ROBOT }, button('Ge till en robot', 'Give to a robot', 'second'))}</div></li>`;
})}</ul></section>`;

/** More places for people, and more or fewer of the day's staff. */
export const staffSection = (
  state: LabState,
  parts: readonly Part[],
): Markup => html`<section aria-labelledby="staff-h"><h2 id="staff-h">${bi(both('Bemanning', 'Staffing'))}</h2>
${tap(
  'add-seat',
  {},
  html`<div><label for="new-part">${bi(both('Ny plats', 'New place'))}</label><select id="new-part" name="part">${parts.map((part) => html`<option value="${partId(part)}">${partText(part)}</option>`)}</select></div>
${button('Lägg till platsen', 'Add the place', 'second')}`,
  'taps',
)}
${tap(
  'staff',
  {},
  html`<div><label for="more-of">${bi(both('Dagens personal (robotar)', "The day's staff (robots)"))}</label><select id="more-of" name="part">${parts.filter(({ isStaffed }) => isStaffed).map((part) => html`<option value="${partId(part)}">${partText(part)}${changeText(state.staffed.get(staffId(part.unit, part.role)))}</option>`)}</select></div>
<button type="submit" name="by" value="1" class="second">${bi(both('En fler', 'One more'))}</button>
<button type="submit" name="by" value="-1" class="second">${bi(both('En färre', 'One fewer'))}</button>`,
  'taps',
)}</section>`;

const partText = ({ role, unitName }: Part): string => `${ROLES[role].title}, ${unitName}`;

const changeText = (by = 0): string => (by === 0 ? '' : ` (${by > 0 ? '+' : '−'}${Math.abs(by)})`);

const CHECKS: Readonly<Record<LabChecked['what'], Bilingual>> = {
  system: both('Systemet svarar', 'The system answers'),
  pages: both('Systemets sidor svarar', "The system's pages answer"),
  patients: both('Patienterna finns', 'The patients are there'),
  login: both('Robotens inloggning', "The robot's login"),
  tablet: both('Surfplattan har kontakt', 'The tablet is in contact'),
  workstation: both('Personen kommer in i vårdsystemet', 'The person can sign in to the care system'),
  printer: both('Skrivaren fungerar', 'The printer works'),
};

/** Whether everything is in place, place by place. */
export const checksSection = (
  state: LabState,
): Markup => html`<section aria-labelledby="checks-h"><h2 id="checks-h">${bi(both('Är allt på plats?', 'Is everything in place?'))}</h2>
${tap('check', {}, button('Kontrollera nu', 'Check now', 'second'))}
${
  state.checks.length === 0
    ? html`<p>${bi(both('Inte kontrollerat än. Deltagarna svarar själva om inloggning och skrivare på sina sidor.', 'Not checked yet. Participants say themselves on their pages whether login and printer work.'))}</p>`
    : html`<table><thead><tr><th scope="col">${bi(both('Vad', 'What'))}</th><th scope="col">${bi(both('Var', 'Where'))}</th><th scope="col">${bi(both('Hur är det', 'How is it'))}</th></tr></thead><tbody>
${state.checks.map(({ what, seat, isThere, says }) => html`<tr><td>${bi(CHECKS[what])}</td><td>${seat === undefined ? bi(both('hela labbet', 'the whole lab')) : nameOf(state, seat)}</td><td><span>${isThere ? bi(both('Ja', 'Yes')) : html`<strong>${bi(both('Nej', 'No'))}</strong>`}${says === undefined ? '' : html`: ${says}`}</span></td></tr>`)}</tbody></table>`
}</section>`;

const nameOf = ({ seats }: LabState, id: string): string =>
  seats.find(({ seat }) => seat.id === id)?.seat.pseudonym ?? id;

/** Before people begin: what only the one who sits there can tell. */
export function ownChecks({ checks, clock }: LabState, id: string): Markup {
  if (clock.version > 0) return html``;
  const asked = (['workstation', 'printer'] as const).filter(
    (what) => !checks.some((check) => check.what === what && check.seat === id && check.isThere),
  );
  return asked.length === 0
    ? html``
    : html`<section class="card" aria-labelledby="checks-h"><h2 id="checks-h">${bi(both('Innan vi börjar', 'Before we begin'))}</h2>
${asked.map((what) =>
  tap(
    'check',
    { what },
    html`<fieldset class="scale"><legend>${bi(QUESTIONS[what])}</legend><button type="submit" name="works" value="yes">${bi(both('Ja', 'Yes'))}</button><button type="submit" name="works" value="no" class="alarm">${bi(both('Nej', 'No'))}</button></fieldset>`,
  ),
)}</section>`;
}

const QUESTIONS = {
  workstation: both('Kommer du in i vårdsystemet här?', 'Can you sign in to the care system here?'),
  printer: both('Fungerar skrivaren här?', 'Does the printer work here?'),
} as const;
