import { NOTE_TEXTS } from '../../../domain/lab-notes.ts';
import { both, number } from '../../../pages/bilingual.ts';
import { bi, html } from '../../../pages/markup.ts';
import type { Part } from '../../../pages/part.ts';
import { table } from '../../../pages/table.ts';
import { shown } from '../../gates/lab.ts';
import type { Estimated } from '../../lab/intervals.ts';
import { isCritical, type LabPart } from '../../lab/measure-lab.ts';
import type { Readiness } from '../../readiness.ts';
import { answersMarkup } from './lab-answers.ts';

const TITLE = both('Människor i labbet', 'People in the lab');
const LEAD = both(
  'Vad som hände när människor gjorde uppgifterna i systemet. Inom parentes ligger värdet 95 gånger av 100; med få personer är det brett. ' +
    'Friktion är personens tid genom den arbetstid som dagen räknar med. Siffrorna hör till arbetssättet och systemet, inte till en person.',
  'What happened when people did the tasks in the system. The value lies within the parentheses 95 times in 100; with few people they are wide. ' +
    'Friction is the person’s time over the working time that the day has. The figures belong to the work and the system, not to a person.',
);

/** What people did; nothing where nobody came. */
export function labSection({ lab }: Pick<Readiness, 'lab'>): Part | undefined {
  if (lab === undefined) return undefined;
  const { people, parts, notes, all, answers } = lab;
  return {
    id: 'lab',
    title: TITLE,
    told: both(
      `${people} ${people === 1 ? 'person' : 'personer'}, ${all.unaided} av ${all.cards} kort klara utan hjälp`,
      `${people} ${people === 1 ? 'person' : 'people'}, ${all.unaided} of ${all.cards} cards done without help`,
    ),
    lead: LEAD,
    isOpen: true,
    body: html`${table(
      TITLE,
      [
        { head: both('Roll och enhet', 'Role and unit') },
        { head: both('Personer', 'People'), numeric: true },
        { head: both('Kort', 'Cards'), numeric: true },
        { head: both('Klara utan hjälp', 'Done without help'), numeric: true },
        { head: both('Behövde hjälp', 'Needed help'), numeric: true },
        { head: both('Kom inte vidare', 'Got stuck'), numeric: true },
        { head: both('Sade klart, syntes inte', 'Said done, not shown'), numeric: true },
        { head: both('Något annat stod där', 'Something else stood there'), numeric: true },
        { head: both('Lätthet (1–7)', 'Ease (1–7)'), numeric: true },
        { head: both('Friktion', 'Friction'), numeric: true },
      ],
      parts.map(rowOf),
    )}
${
  notes.length === 0
    ? ''
    : html`<h3>${bi(both('Observatörernas anteckningar', 'Notes of the observers'))}</h3><ul>${notes.map(
        ({ kind, count }) =>
          html`<li>${isCritical(kind) ? html`<strong>${bi(NOTE_TEXTS[kind])}</strong>` : bi(NOTE_TEXTS[kind])}: ${bi(number(count))}</li>`,
      )}</ul>`
}
${answersMarkup(answers)}`,
  };
}

const rowOf = ({
  role,
  unitName,
  people,
  cards,
  unaided,
  helped,
  stuck,
  notShown,
  otherwise,
  success,
  ease,
  friction,
}: LabPart) => [
  bi(both(`${role.sv}, ${unitName}`, `${role.en}, ${unitName}`)),
  html`${people}`,
  html`${cards}`,
  html`${unaided}${success === undefined ? '' : html`<br>${bi(shown(success, 'share'))}`}`,
  html`${helped}`,
  html`${stuck}`,
  html`${notShown}`,
  html`${otherwise}`,
  figure(ease),
  figure(friction),
];

const figure = (estimated: Estimated | undefined) =>
  estimated === undefined ? html`–` : bi(shown(estimated, 'number'));
