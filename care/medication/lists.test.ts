import { expect, test } from 'vitest';
import { everyDay } from './lists.ts';
import { drugCalled } from './words.ts';

test('a weekly dose is tried every day in so little a dose that only how often it is given can stop it', () => {
  const daily = everyDay(drugCalled('Metotrexat'));
  expect(daily).toMatchObject({ dose: 2.5, unit: 'mg', timesPerDay: 1 });
  expect(daily.timesPerWeek).toBeUndefined();
});
