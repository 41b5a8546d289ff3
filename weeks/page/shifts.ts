import { type Bilingual, both, moment } from '../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../pages/markup.ts';
import { section } from '../../pages/page.ts';
import type { ByClass } from '../measure/by-class.ts';
import type { WeeksResult } from '../measure/measure-weeks.ts';
import type { ShiftNote } from '../measure/shifts.ts';
import { WORDS } from './words.ts';

/** A note for each of the latest shifts: what the next one takes over. */
export const shiftsSection = ({ shifts }: WeeksResult): Markup =>
  section('shifts', WORDS.shifts, html`<div class="shifts">${shifts.map(noteMarkup)}</div>`);

const noteMarkup = (note: ShiftNote): Markup => {
  const state = note.isOver ? both('avslutat', 'over') : both('pågår', 'going on');
  return html`<article class="card"><h3>${bi(note.shift)} <span class="told">${bi(moment(note.from))} · ${bi(state)}</span></h3>
<ul>${noteLines(note).map((line) => html`<li>${bi(line)}</li>`)}</ul></article>`;
};

/** The same in sentences, for a page and for a terminal. */
export function noteLines(note: ShiftNote): Bilingual[] {
  const { reported, closed, open, gravest, withoutOwner, patients, cause, tripped } = note;
  const [came, left] = [classesOf(reported), classesOf(open)];
  return [
    both(`Nya: ${came.sv}. Stängda: ${closed}.`, `New: ${came.en}. Closed: ${closed}.`),
    both(`Öppna: ${left.sv}.`, `Open: ${left.en}.`),
    both(`Nya patienter berörda: ${patients}.`, `Patients newly touched: ${patients}.`),
    ...gravest.map(({ id, text, unit, owner }) =>
      both(
        `Klass 1, ${unit}: ${text} (${id}, ${owner ?? 'ingen ägare'})`,
        `Class 1, ${unit}: ${text} (${id}, ${owner ?? 'no owner'})`,
      ),
    ),
    ...(withoutOwner.length === 0 ? [] : [namesOf(withoutOwner)]),
    ...(cause === undefined
      ? []
      : [
          both(
            `Vanligaste orsaken: ${cause.cause} (${cause.count}).`,
            `Most frequent cause: ${cause.cause} (${cause.count}).`,
          ),
        ]),
    ...(tripped.length === 0
      ? []
      : [
          both(
            `Stoppregler som hade löst ut: ${tripped.join(', ')}.`,
            `Stop rules that had tripped: ${tripped.join(', ')}.`,
          ),
        ]),
  ];
}

/** How many ids a line names. */
const NAMED = 8;

function namesOf(ids: readonly string[]): Bilingual {
  const more = ids.length - NAMED;
  const named = ids.slice(0, NAMED).join(', ');
  return both(
    `Utan ägare: ${named}${more > 0 ? ` och ${more} till` : ''}.`,
    `Without an owner: ${named}${more > 0 ? ` and ${more} more` : ''}.`,
  );
}

const classesOf = (counts: ByClass): Bilingual =>
  both(
    `${counts[1]} i klass 1, ${counts[2]} i klass 2, ${counts[3]} i klass 3`,
    `${counts[1]} of class 1, ${counts[2]} of class 2, ${counts[3]} of class 3`,
  );
