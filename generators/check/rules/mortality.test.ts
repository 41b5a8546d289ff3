import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../rule.ts';
import { patient } from '../testing/resources.ts';
import { watch } from '../testing/watch.ts';
import { MORTALITY } from './mortality.ts';

const WOMEN = 1_000;

/** Women who are 85 when deaths begin to be told and 94 when the history ends: seven in ten die meanwhile. */
const women = (dead: number): JsonObject[] =>
  Array.from({ length: WOMEN }, (_, n) =>
    patient({
      id: `p-${n}`,
      birthDate: '1931-01-02',
      serial: n,
      ...(n < dead ? { died: `${2016 + (n % 10)}-05-02T08:00:00+02:00` } : {}),
    }),
  );

describe('mortality', () => {
  it('is as the table says within chance and rounding', async () => {
    expect(await watch(MORTALITY, women(700))).toEqual([]);
  });

  it('is found too low and too high', async () => {
    const [low] = await watch(MORTALITY, women(350));
    expect(low?.sv).toMatch(/^\d+ kvinnor från \d+ år har dött på \d+ personår, [\d.]+ väntas$/);
    expect((await watch(MORTALITY, women(1000))).length).toBeGreaterThan(0);
  });

  it('counts nobody before birth', async () => {
    const newborn = patient({ birthDate: '2025-11-01' });
    expect(await watch(MORTALITY, [newborn])).toEqual([]);
  });
});
