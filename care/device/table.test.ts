import { expect, it } from 'vitest';
import { readingsFrom } from './table.ts';

it('reads what a device shows, in units that it has', () => {
  expect(
    readingsFrom([
      ['puls', '88 /min'],
      ['temperatur', '39,4 °C'],
    ]),
  ).toEqual([
    { metric: 'heartRate', value: 88, unit: '/min' },
    { metric: 'temperature', value: 39.4, unit: '°C' },
  ]);
});

it.each([
  [['puls', '88'], 'raden "puls" ska vara ett tal och en enhet, som "76 /min", och är "88"'],
  [['puls', '88 kPa'], 'puls mäts i /min, inte i "kPa"'],
  [['humör', '3 /min'], '"humör" är inget som apparaterna mäter; skriv puls, '],
  [['puls', '88 /min', 'x'], 'tabellen ska ha två kolumner'],
])('%j is refused in one sentence', (row, sentence) => {
  expect(() => readingsFrom([row])).toThrow(sentence);
});

it('a row that stands twice is refused', () => {
  expect(() =>
    readingsFrom([
      ['puls', '88 /min'],
      ['puls', '90 /min'],
    ]),
  ).toThrow('tabellen har raden "puls" två gånger');
});
