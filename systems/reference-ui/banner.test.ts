import { expect, it } from 'vitest';
import { person } from '../testing/people.ts';
import { bannerFaults } from './banner.ts';

const NOW = Date.UTC(2026, 10, 23);
const own = person(1);
const BANNER = `Namn\nÅsa Öfverbeck\nPersonnummer\n${own.identifier.value}\nÅlder\n72 år, kvinna\nAdress\nProvostigen 7`;
const banner = BANNER.replace('Provostigen', 'Prövostigen');

it('a banner that is the patient’s own has no fault', () => {
  expect(bannerFaults(banner, own, NOW)).toEqual([]);
});

it.each([
  [
    'the number of another',
    banner.replace(own.identifier.value, person(2).identifier.value),
    ['personnumret är ett annat'],
  ],
  ['the name of another', banner.replace('Öfverbeck', 'Öfverberg'), ['namnet är ett annat']],
  ['another age', banner.replace('72', '27'), ['åldern är en annan']],
  ['another sex', banner.replace('kvinna', 'man'), ['kön är ett annat']],
  ['letters lost on the way', BANNER, ['adressen är en annan']],
])('%s is told', (_, text, faults) => {
  expect(bannerFaults(text, own, NOW)).toEqual(faults);
});

it('a protected name and address must not be there', () => {
  expect(bannerFaults(banner, person(1, true), NOW)).toEqual([
    'namnet går att läsa fast det är skyddat',
    'adressen går att läsa fast den är skyddad',
  ]);
});
