import { describe, expect, it } from 'vitest';
import { answerOrder, answerReadsUnchanged, orderTest } from '../../care/laboratory/index.ts';
import { testCalled } from '../../care/laboratory/words.ts';
import { recordVitals } from '../../care/vitals/index.ts';
import { NORMAL_VITAL_SIGNS } from '../../care/vitals/table.ts';
import { ref } from '../../domain/ref.ts';
import type { Bound, StepContext } from '../care-system.ts';
import { STAFF } from '../contract/script.ts';
import { person, UNITS } from '../testing/people.ts';
import { filledIn, namesIn, unsaid, valuesOf } from './values.ts';

const patient = person(1);
const order = orderTest(testCalled('Troponin T'), 'beställningen');
const answer = answerOrder(ref('beställningen'), { value: 4.1, unit: 'ng/L' }, 'svaret');
const done = (task: Bound['task'], reference?: string): Bound => ({
  ...{ name: 'x', task, actor: STAFF.nurse, outcome: 'done' },
  ...(reference === undefined ? {} : { reference }),
});
const context: StepContext = {
  ...{ run: 'r', instance: 'i', patient, units: UNITS, startedAt: 0, actor: STAFF.nurse, token: 'r.i.1' },
  bound: new Map([
    ['beställningen', done(order, '17')],
    ['svaret', done(answer, '18')],
    ['utan nummer', done(order)],
  ]),
};

describe('a text of a file of screens', () => {
  it.each([
    ['{patient.identifier}', patient.identifier.value],
    ['{patient.givenName} {patient.familyName}, {patient.address.city}', 'Åsa Öfverbeck, Borås'],
    ['{actor.role} på {actor.unit}', 'nurse på Akutmottagningen SÄS Borås'],
    ['{units.ward}', 'Medicinavdelning 3 SÄS'],
    ['{token}', 'r.i.1'],
    ['{answer}', '18'],
    ['Order {answer.order}', 'Order 17'],
    ['{answer.order.test.word}', 'TnT'],
    ['{answer.answer.value} {answer.answer.unit}', '4,1 ng/L'],
  ])('has what the step, and those before it, know: %s is %s', (text, said) => {
    const value = valuesOf(answerReadsUnchanged(ref('svaret')), context, {
      words: { 'test.word': { 'Troponin T': 'TnT' } },
    });
    expect(filledIn(text, value)).toBe(said);
  });

  it('has numbers as the client writes them, and yes and no in its words', () => {
    const vitals = recordVitals(NORMAL_VITAL_SIGNS, 'x');
    const words = { 'values.supplementalOxygen': { true: 'Syrgas', false: 'Luft' } };
    expect(filledIn('{values.temperature}', valuesOf(vitals, context, { decimal: '.' }))).toBe('36.8');
    expect(filledIn('{values.supplementalOxygen}', valuesOf(vitals, context, { words }))).toBe('Luft');
  });

  it.each([
    ['{answer.answer.text}', 'Det som ska göras eller ses har inget värde för {answer.answer.text}.'],
    ['{answer.answer}', '{answer} är inget enda värde; skriv vilket av dem, med punkt.'],
  ])('that asks for what is not there is told: %s', (text, sentence) => {
    const value = valuesOf(answerReadsUnchanged(ref('svaret')), context, {});
    expect(() => filledIn(text, value)).toThrow(sentence);
  });

  it('that asks for a number that nothing was given is told', () => {
    const value = valuesOf(answerReadsUnchanged(ref('utan nummer')), context, {});
    expect(() => filledIn('{answer}', value)).toThrow('”utan nummer” fick inget nummer när det sparades.');
  });

  it('with a brace too few is no text', () => {
    expect(namesIn('{a} och {b.c}')).toEqual(['a', 'b.c']);
    expect(namesIn('{a')).toBeUndefined();
  });
});

describe('what a client cannot be told', () => {
  it('is known before the flow, as far as the activity tells it', () => {
    const inWords = answerOrder(ref('beställningen'), { text: 'Ingen växt' }, 'svaret');
    expect(unsaid(answer, ['order', 'order.test.word', 'answer.value', 'token'], {})).toBeUndefined();
    expect(unsaid(inWords, ['answer.value'], {})).toMatch(/inget värde för \{answer\.value\}/);
    expect(unsaid(order, ['test.word'], { words: { 'test.word': { Kalium: 'K' } } })).toMatch(
      /står inte vad ”Troponin T” heter/,
    );
  });
});
