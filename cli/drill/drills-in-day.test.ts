import { expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../domain/time.ts';
import { loadDay } from '../../scenarios/load-day.ts';
import { prepareDrillsInDay } from './drills-in-day.ts';

const DAY = loadDay('sas-driftstopp');
const of = (...drills: readonly string[]) => ({
  ...DAY,
  drills: drills.map((drill) => ({ at: '10:00', drill })),
});

it('are held at their hours, and the laboratory of the reference is steered for them', () => {
  const { planned, isSteered } = prepareDrillsInDay(DAY, 'reference');
  expect(planned.map(({ at, loaded }) => [at, loaded.name])).toEqual([
    [10 * HOUR, 'planerat-stopp'],
    [14 * HOUR + 30 * MINUTE, 'laboratoriet-borta'],
  ]);
  expect(isSteered).toBe(true);
});

it('of a day that goes on only those that are still to come', () => {
  expect(prepareDrillsInDay(DAY, 'reference', 12 * HOUR).planned).toHaveLength(1);
  expect(prepareDrillsInDay(loadDay('sas-vardag'), 'reference')).toEqual({ planned: [], isSteered: false });
});

it.each([
  [of('servern-vaxlas'), 'hålls för sig'],
  [of('aterga-till-det-gamla'), 'hålls för sig'],
  [of('natet-borta', 'natet-borta'), 'två gånger'],
  [of('natet-bort'), 'natet-borta'],
])('is refused before anything begins: %#', (day, said) => {
  expect(() => prepareDrillsInDay(day, 'reference')).toThrow(said);
});
