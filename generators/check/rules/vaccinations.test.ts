import { describe, expect, it } from 'vitest';
import { patient, vaccination } from '../testing/resources.ts';
import { watch } from '../testing/watch.ts';
import { VACCINATIONS } from './vaccinations.ts';

const child = patient({ birthDate: '2024-01-10' });
const MMR = 'J07BD52';

describe('vaccinations', () => {
  it('come in order', async () => {
    const doses = [vaccination('a', MMR, 1, '2025-07-10'), vaccination('b', MMR, 2, '2025-09-10')];
    expect(await watch(VACCINATIONS, [child, ...doses])).toEqual([]);
  });

  it('are found out of order, twice a day and too early', async () => {
    const backwards = [vaccination('a', MMR, 2, '2025-07-10'), vaccination('b', MMR, 1, '2025-09-10')];
    const twice = [vaccination('a', MMR, 1, '2025-07-10'), vaccination('b', MMR, 2, '2025-07-10')];
    const early = [vaccination('a', 'J07BH01', 1, '2024-01-20')];
    for (const [doses, line] of [
      [backwards, 3],
      [twice, 3],
      [early, 2],
    ] as const) {
      const found = await watch(VACCINATIONS, [child, ...doses]);
      expect(found.map(({ place }) => place.line)).toEqual([line]);
    }
  });
});
