import { describe, expect, it } from 'vitest';
import { MINUTES_A_YEAR } from '../history/calendar.ts';
import type { PrescriptionFact } from '../history/facts.ts';
import type { DrugCode } from './codes.ts';
import { chooseDrug, conflictOf, type Prescribed } from './prescribing.ts';

const drug = (atc: string, more: Partial<DrugCode> = {}): DrugCode => ({
  index: 0,
  name: atc,
  atc,
  form: 'tablett',
  route: 'peroralt',
  dose: 1,
  unit: 'mg',
  unitText: 'mg',
  perDay: 1,
  ...more,
});
const PENICILLIN = drug('J01CE02');
const DOXYCYCLINE = drug('J01AA02', { ageFrom: 8, notInPregnancy: true });
const CHOICES = [
  { drug: PENICILLIN, share: 0.9 },
  { drug: DOXYCYCLINE, share: 0.1 },
];
const ADULT: Prescribed = {
  sex: 'female',
  age: 40 * MINUTES_A_YEAR,
  isPregnant: false,
  allergies: [],
  active: [],
};
const taking = (atc: string): PrescriptionFact[] => [{ drug: drug(atc) } as PrescriptionFact];

describe('what speaks against a drug', () => {
  it.each([
    ['nothing', PENICILLIN, ADULT, undefined],
    ['an allergy', PENICILLIN, { ...ADULT, allergies: ['J01C'] }, 'allergy'],
    ['a pregnancy', DOXYCYCLINE, { ...ADULT, isPregnant: true }, 'pregnancy'],
    ['an age', DOXYCYCLINE, { ...ADULT, age: 5 * MINUTES_A_YEAR }, 'age'],
    ['a drug of the same subgroup', PENICILLIN, { ...ADULT, active: taking('J01CE01') }, 'duplicate'],
    ['no drug of another', PENICILLIN, { ...ADULT, active: taking('J01CA04') }, undefined],
  ] as const)('is %s', (_name, which, person, conflict) => {
    expect(conflictOf(which, person)).toBe(conflict);
  });
});

it('takes the one drawn where it fits, else the next that does, else none', () => {
  expect(chooseDrug(CHOICES, undefined, 0.5, ADULT)?.drug).toBe(PENICILLIN);
  expect(chooseDrug(CHOICES, undefined, 0.95, ADULT)?.drug).toBe(DOXYCYCLINE);
  expect(chooseDrug(CHOICES, undefined, 0.5, { ...ADULT, allergies: ['J01C'] })?.drug).toBe(DOXYCYCLINE);
  expect(chooseDrug(CHOICES, undefined, 0.5, { ...ADULT, allergies: ['J01'] })).toBeUndefined();
});

it('takes a drug in conflict only where just that conflict is meant', () => {
  const allergic = { ...ADULT, allergies: ['J01C'] };
  expect(chooseDrug(CHOICES, 'allergy', 0.95, allergic)?.drug).toBe(PENICILLIN);
  expect(chooseDrug(CHOICES, 'allergy', 0.95, ADULT)).toBeUndefined();
});
