import { describe, expect, it } from 'vitest';
import { SYSTEMS } from './codes/systems.ts';
import {
  assertSafe,
  coordinationNumber,
  isSafe,
  isWellFormed,
  nationalReserveNumber,
  personnummer,
  regionalReserveNumber,
  shortForm,
} from './identifiers.ts';

const {
  personnummer: pnr,
  samordningsnummer,
  regionalReserveNumber: vgr,
  nationalReserveNumber: nrid,
} = SYSTEMS;

describe('form and check digit', () => {
  it.each([
    [pnr, '191212121212'],
    [pnr, '189002029800'],
    [pnr, '200001252386'],
    [pnr, '198507099805'],
    [samordningsnummer, '196109732393'],
    [vgr, '19810829M070'],
    [nrid, '98240301AA06'],
  ])('%s %s is well formed', (system, value) => {
    expect(isWellFormed({ system, value })).toBe(true);
  });

  it.each([
    ['a wrong check digit', pnr, '191212121213'],
    ['a day that is not in the calendar', pnr, '190102300000'],
    ['birth number 000, which is never given', pnr, '199909180003'],
    ['no day plus 60', samordningsnummer, '191212121212'],
    ['an odd serial of a woman', vgr, '19450829K070'],
    ['the check digit that leaves the century out', vgr, '20210325K069'],
    ['a letter that national numbers do not have', nrid, '98240301AO06'],
    ['a century of personnummer', nrid, '20240301AA06'],
    ['a system that is no identity number', SYSTEMS.hsaId, '191212121212'],
  ])('refuses %s', (_what, system, value) => {
    expect(isWellFormed({ system, value })).toBe(false);
  });

  it('makes what it accepts', () => {
    expect(personnummer('1912-12-12', 121).value).toBe('191212121212');
    expect(coordinationNumber('1961-09-13', 239).value).toBe('196109732393');
    expect(regionalReserveNumber('1981-08-29', 'male', 7).value).toBe('19810829M070');
    expect(nationalReserveNumber('2024-03-01', 'female', 26, 0).value).toBe('98240301AA06');
  });

  it('finds every single wrong digit', () => {
    const { value } = regionalReserveNumber('1981-08-29', 'male', 91);
    for (let place = 0; place < 12; place++) {
      if (place === 8) continue;
      for (let step = 1; step < 10; step++) {
        const wrong = `${value.slice(0, place)}${(Number(value[place]) + step) % 10}${value.slice(place + 1)}`;
        expect(isWellFormed({ system: vgr, value: wrong }), wrong).toBe(false);
      }
    }
  });

  it('makes numbers of the days of the calendar, and of no others', () => {
    const two = (value: number): string => `${value}`.padStart(2, '0');
    for (const year of [1896, 1900, 1904, 1999, 2000, 2023, 2024]) {
      for (let month = 0; month <= 13; month++) {
        for (let day = 0; day <= 32; day++) {
          const date = `${year}-${two(month)}-${two(day)}`;
          const time = Date.parse(`${date}T00:00:00Z`);
          const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
          const make = () => personnummer(date, 123);
          if (exists) expect(make).not.toThrow();
          else expect(make).toThrow(RangeError);
        }
      }
    }
  });

  it('makes no number of a serial that does not fit the sex', () => {
    expect(() => regionalReserveNumber('1981-08-29', 'female', 91)).toThrow(RangeError);
  });
});

describe('safety', () => {
  it.each([
    [pnr, '191212121212'],
    [samordningsnummer, '196109732393'],
    [vgr, regionalReserveNumber('1981-08-29', 'male', 91).value],
    [vgr, regionalReserveNumber('1981-08-29', 'female', 4).value],
    [nrid, nationalReserveNumber('1981-08-29', 'female', 14, 2204).value],
  ])('%s %s can belong to nobody', (system, value) => {
    expect(isSafe({ system, value })).toBe(true);
  });

  it.each([
    ['a personnummer that is not published as fictitious', personnummer('1981-08-29', 123)],
    ['a samordningsnummer like any other', coordinationNumber('1981-08-29', 123)],
    ['a reserve number that the region gives out', { system: vgr, value: '19810829M070' }],
    ['the last serial that the region gives out', regionalReserveNumber('1981-08-29', 'male', 79)],
    ['a national reserve number of the first series', nationalReserveNumber('1981-08-29', 'male', 1, 0)],
    ['a safe number with a wrong check digit', { system: pnr, value: '191212121213' }],
    ['an unknown system', { system: 'urn:oid:1.2.3', value: '191212121212' }],
  ])('refuses %s', (_what, identifier) => {
    expect(isSafe(identifier)).toBe(false);
    expect(() => assertSafe(identifier)).toThrow('could belong to a living person');
  });
});

it('writes the short form with + from the year of turning 100', () => {
  expect(shortForm('192612121212', 2025)).toBe('261212-1212');
  expect(shortForm('192612121212', 2026)).toBe('261212+1212');
});
