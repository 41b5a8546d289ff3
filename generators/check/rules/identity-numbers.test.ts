import { describe, expect, it } from 'vitest';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import { nationalReserveNumber, personnummer } from '../../../domain/identifiers.ts';
import { patient } from '../testing/resources.ts';
import { FILE, watch } from '../testing/watch.ts';
import { IDENTITY_NUMBERS } from './identity-numbers.ts';

describe('identity numbers', () => {
  it('may be of a series that is never reached, and those that Skatteverket has published', async () => {
    const published = { system: SYSTEMS.personnummer, value: '191212121212' };
    const people = [
      patient(),
      patient({ id: 'p-2', serial: 1 }),
      patient({ id: 'p-3', identifier: published }),
    ];
    expect(await watch(IDENTITY_NUMBERS, people)).toEqual([]);
  });

  it('may not be a number that somebody alive could have', async () => {
    const real = personnummer('1960-03-01', 124);
    const found = await watch(IDENTITY_NUMBERS, [patient(), patient({ id: 'p-2', identifier: real })]);
    expect(found).toEqual([
      { place: { file: FILE, line: 2 }, sv: `numret ${real.value} kan tillhöra en levande person` },
    ]);
  });

  it('may not be a reserve number of a series that is given out', async () => {
    const identifier = nationalReserveNumber('1960-03-01', 'female', 1, 0);
    const [found] = await watch(IDENTITY_NUMBERS, [patient({ identifier })]);
    expect(found?.sv).toContain('levande');
  });

  it('must have the right check digit', async () => {
    const { system, value } = nationalReserveNumber('1960-03-01', 'female', 14, 0);
    const wrong = value.slice(0, -1) + ((Number(value.slice(-1)) + 1) % 10);
    const [found] = await watch(IDENTITY_NUMBERS, [patient({ identifier: { system, value: wrong } })]);
    expect(found?.sv).toContain('är inget nummer');
  });

  it('belong to one person each, and everybody has one', async () => {
    const { identifier: _none, ...nameless } = patient({ id: 'p-3' });
    const found = await watch(IDENTITY_NUMBERS, [patient(), patient({ id: 'p-2' }), nameless]);
    expect(found.map(({ place }) => place.line)).toEqual([2, 3]);
    expect(found[0]?.sv).toContain('har redan p-1');
  });
});
