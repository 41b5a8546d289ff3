import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError } from '../domain/input-error.ts';
import { loadDeck } from './load-deck.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'deck-'));
afterAll(() => rmSync(folder, { recursive: true }));

const RIGHT = `
title: { sv: Prov, en: Test }
cases:
  - id: njure
    category: kidney
    class: 1
    sv: Metformin vid eGFR 25
    patient: { age: 67, sex: female }
    known: { answers: { eGFR: 25 }, drugs: [{ drug: Warfarin }] }
    order: { drug: Metformin, dose: 850, timesPerDay: 2 }
    expect: stop
    says: [EGFR]
    source: assumption
    twin: { sv: eGFR 65, known: { answers: { eGFR: 65 } } }
`;

const read = (text: string) => {
  const file = path.join(folder, 'egen.yaml');
  writeFileSync(file, text);
  return loadDeck(file);
};

function mistake(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return 'nothing';
}

describe('a deck', () => {
  it('is read with the words of the house: codes, units and what is usual', () => {
    const { name, cases, questions } = read(RIGHT);
    expect(name).toBe('egen');
    expect(cases).toMatchObject([
      {
        id: 'njure',
        en: 'Metformin vid eGFR 25',
        says: ['egfr'],
        asked:
          'Metformin 850 mg peroralt 2 gånger per dygn (A10BA02); kvinna 67 år; eGFR 25 mL/min/1,73 m²; har Warfarin 2,5 mg peroralt 1 gång per dygn (B01AA03)',
        twin: { asked: expect.stringContaining('eGFR 65') },
      },
    ]);
    expect(questions.map(({ kind }) => kind)).toEqual(['harm', 'twin']);
    expect(questions[1]?.known).toMatchObject({ drugs: [] });
  });

  it('lets the twin do something else than the harm', () => {
    const vitals = RIGHT.replace(/order: .*/, 'vitals: { heartRate: 140 }').replace(
      /twin: .*/,
      'twin: { sv: Ordination, order: { drug: Metotrexat, atc: L04AX03, dose: 15, unit: mg, route: peroralt, every: week } }',
    );
    expect(read(vitals).questions.map(({ event }) => event)).toMatchObject([
      { kind: 'vitals', values: { heartRate: 140, temperature: 37 } },
      { kind: 'order', order: { weekly: true, drug: { atc: 'L04AX03', word: 'Metotrexat' } } },
    ]);
  });

  it.each([
    [
      'a drug without a word',
      /Metformin, /,
      'Metfornim, ',
      /:10:\d+: Läkemedlet "Metfornim" har inget ord .*menade du "Metformin"/,
    ],
    ['a test without a word', /eGFR: 25/, 'GFR: 25', /:9:\d+: Provet "GFR" har inget ord/],
    [
      'an allergen without a word',
      /known: { answers: { eGFR: 25 }/,
      'known: { allergies: [pencillin]',
      /menade du "penicillin"/,
    ],
    [
      'a unit that is not UCUM',
      /timesPerDay: 2/,
      'unit: milligram',
      /:10:\d+: Enheten "milligram" är inte UCUM/,
    ],
    ['a code that is not the drug’s', /dose: 850/, 'atc: A10BA03', /Metformin har ATC-koden A10BA02/],
    [
      'a twin that is no other',
      /eGFR: 65/,
      'eGFR: 25, }, drugs: [{ drug: Warfarin }], conditions: {',
      /Tvillingen till "njure" är likadan/,
    ],
    [
      'two things done at once',
      /expect: stop/,
      'expect: stop\n    vitals: { heartRate: 90 }',
      /Ange ett av order, vitals och answers/,
    ],
    [
      'a strength that there is none of',
      /expect: stop/,
      'expect: block',
      /"expect" är "block"\. Välj ett av stop, warn/,
    ],
    ['no twin', /\n {4}twin:.*/, '', /Nyckeln "twin" saknas/],
    ['no source', /\n {4}source:.*/, '', /Nyckeln "source" saknas; lägg till den: det offentliga uttalande/],
  ])('with %s is refused with its place and what to do', (_what, from, to, sentence) => {
    expect(mistake(RIGHT.replace(from, to))).toMatch(sentence);
  });

  it('tells of a case that stands twice', () => {
    const twice = RIGHT + RIGHT.slice(RIGHT.indexOf('  - id'));
    expect(mistake(twice)).toMatch(/:15:\d+: Fallet "njure" står två gånger/);
  });

  it('is looked for by its name, too', () => {
    expect(loadDeck('ordination').name).toBe('ordination');
    expect(() => loadDeck('ordinaton')).toThrow(
      'Det finns ingen samling kontrollfall "ordinaton"; menade du "ordination"?',
    );
  });
});
