import { describe, expect, it } from 'vitest';
import { condition, patient } from '../testing/resources.ts';
import { FILE, watch } from '../testing/watch.ts';
import { UNIQUE_IDS } from './unique-ids.ts';

describe('unique ids', () => {
  it('are one of each type', async () => {
    const lines = [
      patient(),
      condition('a', 'I10.9', '2020-01-01'),
      { ...patient(), resourceType: 'Person' },
    ];
    expect(await watch(UNIQUE_IDS, lines)).toEqual([]);
  });

  it('are not used twice', async () => {
    const twice = [condition('a', 'I10.9', '2020-01-01'), condition('a', 'E11.9', '2021-01-01')];
    expect(await watch(UNIQUE_IDS, [patient(), ...twice])).toEqual([
      { place: { file: FILE, line: 3 }, sv: 'Condition/a finns redan' },
    ]);
  });
});
