import { answersOf, type Questionnaire, type QuestionnaireItem } from '../../domain/questionnaire.ts';
import { type Bilingual, both } from '../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../pages/markup.ts';
import type { LabState } from '../state.ts';
import { button, tap } from './frame.ts';

/** The questionnaires of a place that are not answered and not declined, in the order of the plan. */
const leftFor = ({ questionnaires, answers }: LabState, seat: string): readonly Questionnaire[] =>
  questionnaires.filter(
    ({ instrument }) => !answers.some((each) => each.seat === seat && each.instrument === instrument),
  );

/** So many answers have room beside each other on a telephone. */
const MOST_IN_A_ROW = 7;

/** One questionnaire at a time, each of which may be declined; thanks when none is left. */
export function questionsView(state: LabState, seat: string): Markup {
  const left = leftFor(state, seat);
  const [first] = left;
  if (first === undefined)
    return html`<h2>${bi(both('Det var allt. Tack för i dag!', 'That was all. Thank you for today!'))}</h2>
<p>${bi(both('Du kan lägga ifrån dig surfplattan. Nu pratar vi igenom dagen tillsammans.', 'You can put the tablet away. Now we talk the day over together.'))}</p>`;
  const { instrument, sv, en } = first;
  const word = (of: (wording: Questionnaire['sv']) => string): Bilingual => both(of(sv), of(en ?? sv));
  const number = state.questionnaires.length - left.length + 1;
  const values = answersOf(instrument);
  const isLong = values.length > MOST_IN_A_ROW;
  return html`<section class="card" id="ask-${instrument}" aria-labelledby="ask-h-${instrument}">
<h2 id="ask-h-${instrument}">${bi(word(({ title }) => title))}</h2>
<p>${bi(both(`Del ${number} av ${state.questionnaires.length}. Frivilligt, och inte kopplat till ditt namn. Det finns inga rätta svar.`, `Part ${number} of ${state.questionnaires.length}. Voluntary, and not tied to your name. There are no right answers.`))}</p>
${tap(
  'answer',
  { instrument },
  html`${sv.items.map((_, index) => {
    const told = (of: (item: QuestionnaireItem) => string): Bilingual =>
      word(({ items }) => of(items[index] ?? { text: '', low: '', high: '' }));
    const name = `item-${index + 1}`;
    const [low, high] = [bi(told((item) => item.low)), bi(told((item) => item.high))];
    return html`<fieldset class="ask"><legend>${index + 1}. ${bi(told(({ text }) => text))}</legend>
<div class="ends" aria-hidden="true"><span>${low}</span>${isLong ? '' : html`<span>${high}</span>`}</div>
<div class="choices${isLong ? ' many' : ''}">${values.map(
      (value, place) =>
        html`<label class="choice"><input type="radio" id="${instrument}-${name}-${value}" name="${name}" value="${value}"><span>${value}${
          place === 0
            ? html`<span class="unseen">, ${low}</span>`
            : place === values.length - 1
              ? html`<span class="unseen">, ${high}</span>`
              : ''
        }</span></label>`,
    )}</div>${isLong ? html`<div class="ends last" aria-hidden="true"><span>${high}</span></div>` : ''}</fieldset>`;
  })}
<div class="taps">${button('Skicka svaren', 'Send the answers')}</div>`,
)}
${tap('decline', { instrument }, button('Jag avstår', 'I would rather not', 'second'), 'taps')}</section>`;
}

/** For the facilitator: giving out the questionnaires, how many are done with them, and marking a moment. */
export const afterControls = (state: LabState): Markup => html`${questionControls(state)}
<details id="bookmark"><summary>${bi(both('Sätt ett bokmärke', 'Set a bookmark'))}</summary>
${tap(
  'bookmark',
  {},
  html`<label for="bookmark-seat">${bi(both('Om', 'About'))}</label><select id="bookmark-seat" name="seat"><option value="">alla · everybody</option>${state.seats.map(({ seat }) => html`<option value="${seat.id}">${seat.pseudonym}</option>`)}</select>
<label for="bookmark-text">${bi(both('Vad ska vi prata om? Skriv inga namn.', 'What shall we talk about? Write no names.'))}</label><input id="bookmark-text" name="text" type="text" maxlength="300">
<div class="taps">${button('Sätt bokmärket', 'Set the bookmark', 'second')}</div>`,
)}<p>${bi(both(`${state.bookmarks.length} bokmärken`, `${state.bookmarks.length} bookmarks`))}</p></details>`;

function questionControls(state: LabState): Markup | string {
  if (state.questionnaires.length === 0) return '';
  if (!state.isAsked)
    return tap(
      'ask',
      {},
      button('Avsluta arbetet och dela ut frågorna', 'End the work and give out the questions', 'second'),
      'taps',
    );
  const came = state.seats.filter(({ presence }) => presence !== 'free');
  const done = came.filter(({ seat }) => leftFor(state, seat.id).length === 0).length;
  return html`<p>${bi(both(`${done} av ${came.length} är klara med frågorna.`, `${done} of ${came.length} are done with the questions.`))}</p>`;
}
