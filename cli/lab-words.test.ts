import { expect, it } from 'vitest';
import { HOUR, MINUTE } from '../domain/time.ts';
import type { DaySimulation } from '../scenarios/day-simulation/day-simulation.ts';
import { shiftChangesOf } from './lab-words.ts';

const shift = (from: string) => ({ name: from, from, until: '23:00', count: 1 });

it('knows when some shift begins, once each and in order', () => {
  const staff = [
    { role: 'nurse', unit: 'sas-akuten', shifts: [shift('21:15'), shift('07:00')] },
    { role: 'physician', unit: 'sas-akuten', shifts: [shift('07:00'), shift('13:30')] },
  ];
  const simulation = { staff } as unknown as DaySimulation;
  expect(shiftChangesOf(simulation)).toEqual([7 * HOUR, 13 * HOUR + 30 * MINUTE, 21 * HOUR + 15 * MINUTE]);
  expect(shiftChangesOf(undefined)).toEqual([]);
});
