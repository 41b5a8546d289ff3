import { expect, it } from 'vitest';
import { loadDay } from './load-day.ts';
import { choosePlaces, homesFor } from './unit-choice.ts';

const { units } = loadDay('sas-vardag');

it('has a patient live where the local units of the flow are', () => {
  expect(homesFor(['ward', 'municipality', 'primary-care'], units)).toEqual(['1490', '1463']);
  expect(homesFor(['ward', 'laboratory'], units)).toBeUndefined();
  const withoutSjoglimt = units.filter(({ key }) => key !== 'vc-sjoglimt');
  expect(homesFor(['municipality', 'primary-care'], withoutSjoglimt)).toEqual(['1490']);
});

it('goes through every combination of home and ward before it begins again', () => {
  const chosen = Array.from({ length: 8 }, (_, nth) => choosePlaces(['ward', 'municipality'], units, nth));
  expect(chosen.map(({ home, units: at }) => `${home} ${at.ward} ${at.municipality}`)).toEqual([
    '1490 sas-medicin-3 boras-kommun',
    '1463 sas-medicin-3 marks-kommun',
    '1490 sas-medicin-4 boras-kommun',
    '1463 sas-medicin-4 marks-kommun',
    '1490 sas-medicin-3 boras-kommun',
    '1463 sas-medicin-3 marks-kommun',
    '1490 sas-medicin-4 boras-kommun',
    '1463 sas-medicin-4 marks-kommun',
  ]);
});
