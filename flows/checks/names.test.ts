import { expect, it } from 'vitest';
import { type Area, defineArea } from '../../domain/area.ts';
import { ref } from '../../domain/ref.ts';
import type { Recording } from '../recording.ts';
import { namesAreGivenFirst } from './names.ts';

const AREA: Omit<Parameters<typeof defineArea>[0], 'things'> = {
  name: 'meals',
  sv: 'Måltider',
  en: 'Meals',
  tasks: {},
  questions: {},
};
const location = { file: 'features/prov.feature', line: 7 };
const recording = {
  location,
  steps: [
    { text: 'a', location, activity: { type: 'task', kind: 'admit', as: 'inskrivningen' } },
    { text: 'b', location, activity: { type: 'task', kind: 'record-meal', as: 'lunchen' } },
    {
      text: 'c',
      location: { ...location, line: 9 },
      activity: { type: 'question', kind: 'meal-in-record', meal: ref('inskrivningen') },
    },
  ],
} as unknown as Recording;

const told = (area: Area): string[] =>
  namesAreGivenFirst(recording, { areaOf: () => area, sentenceFor: () => undefined, ofAreas: [] }).map(
    ({ message }) => message,
  );

it('a name stands for what the area says, and an area says so of every field that is a name', () => {
  expect(
    told(defineArea({ ...AREA, things: { meal: { sv: 'en måltid', madeBy: ['record-meal'] } } })),
  ).toEqual([
    'features/prov.feature:9: "inskrivningen" är inte en måltid, som steget behöver; skriv "lunchen".',
  ]);
  expect(told(defineArea({ ...AREA, things: { meal: { sv: 'något', madeBy: ['admit'] } } }))).toEqual([]);
  expect(told(defineArea(AREA))).toEqual([
    'features/prov.feature:9: Steget syftar på "inskrivningen", men care/meals/index.ts säger inte vad det får vara; ' +
      "skriv det där: things: { meal: { sv: 'en …', madeBy: ['…'] } }.",
  ]);
});
