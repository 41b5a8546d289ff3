import { expect, it } from 'vitest';
import { minuteOfDate } from '../history/calendar.ts';
import { populationFor } from '../testing.ts';
import { gradeOn, pupilOn } from './pupil.ts';
import { schooling } from './school-classes.ts';

const { census, organisation } = populationFor(1, 20_000);
const there = schooling(census, organisation)({ head: 5_000, municipalityCode: '1490' });
const on = (date: string, birthYear = 2015) => pupilOn(date, birthYear, there);

it.each([
  ['2025-08-15', 2019, undefined],
  ['2025-08-16', 2019, 0],
  ['2026-01-01', 2019, 0],
  ['2026-01-01', 2010, 9],
  ['2026-08-15', 2010, 9],
  ['2026-08-16', 2010, undefined],
  ['2026-01-01', 2020, undefined],
])('before %s those born in %i are in grade %s', (date, birthYear, grade) => {
  expect(gradeOn(birthYear, date)).toBe(grade);
});

it('knows somebody from the day school begins', () => {
  expect(on('2021-08-15')).toBeUndefined();
  expect(on('2021-08-16')).toMatchObject({
    schoolClass: { name: expect.stringMatching(/^F[AB]$/) },
    since: minuteOfDate('2021-08-15'),
  });
});

it('moves a pupil up each August, in the same school and with the same letter', () => {
  const first = on('2022-08-15')?.schoolClass;
  const second = on('2022-08-16');
  expect(second?.since).toBe(minuteOfDate('2022-08-15'));
  expect(second?.schoolClass?.name).toBe(first?.name.replace('F', '1'));
  expect(second?.schoolClass?.school).toBe(first?.school);
});

it('tells that somebody has left, but not of those who left long ago', () => {
  expect(on('2026-01-01', 2000)).toEqual({ schoolClass: undefined, since: minuteOfDate('2016-08-15') });
  expect(on('2026-01-01', 1999)).toBeUndefined();
});
