import { describe, expect, it } from 'vitest';
import { takeCensus } from '../../demography/census.ts';
import type { JsonObject } from '../rule.ts';
import { patient } from '../testing/resources.ts';
import { contextOf, watch } from '../testing/watch.ts';
import { QUOTAS } from './quotas.ts';

const SOUTH = ['1490', '1463', '1452'];
const PEOPLE = 600;
const choices = { people: PEOPLE, municipalities: SOUTH };

/** Everybody of the census, born on the first of July of the right year. */
async function everybody(): Promise<JsonObject[]> {
  const { data } = await contextOf({});
  const census = takeCensus(data.region, SOUTH, data.ageWeights, PEOPLE);
  return Array.from({ length: PEOPLE }, (_, index) => {
    const { age, sex, municipality } = census.placeOf(index);
    const district = census.municipalities[municipality]?.name ?? '';
    return patient({ id: `p-${index}`, sex, birthDate: `${2025 - age}-07-01`, district, serial: index });
  });
}

describe('quotas', () => {
  it('are met to the last person', async () => {
    expect(await watch(QUOTAS, await everybody(), choices)).toEqual([]);
  });

  it('leave out who is born on the day when the history ends, and nobody else', async () => {
    const people = await everybody();
    const newborn = people.findIndex(({ birthDate }) => birthDate === '2025-07-01');
    expect(await watch(QUOTAS, people.toSpliced(newborn, 1), { ...choices, until: '2025-07-01' })).toEqual(
      [],
    );
    const someone = people.findIndex(({ birthDate }) => birthDate === '1985-07-01');
    expect(
      await watch(QUOTAS, people.toSpliced(someone, 4), { ...choices, until: '2025-12-01' }),
    ).not.toEqual([]);
  });

  it('are missed by some people', async () => {
    const people = await everybody();
    const all = await watch(QUOTAS, people.slice(9), choices);
    expect(all[0]).toEqual({
      place: { file: 'manifest.json', line: 1 },
      sv: 'det finns 591 personer, 600 skulle det vara',
    });
    const [one] = await watch(QUOTAS, people.slice(0, -1), choices);
    expect(one?.sv).toBe('det finns 599 personer, 600 skulle det vara');
  });

  it('are missed where many have the wrong age', async () => {
    const people = (await everybody()).map((person, n) =>
      n < 9 ? { ...person, birthDate: '1950-07-01' } : person,
    );
    const found = await watch(QUOTAS, people, choices);
    expect(found.map(({ sv }) => sv).join()).toContain('som är 75 år');
  });

  it('are missed where somebody lives elsewhere', async () => {
    const [first, ...others] = await everybody();
    const found = await watch(QUOTAS, [...others, { ...first, address: [{ district: 'Malmö' }] }], choices);
    expect(found.find(({ place }) => place.line === 600)).toMatchObject({
      sv: 'p-0 bor i Malmö, som inte hör till populationen',
    });
  });
});
