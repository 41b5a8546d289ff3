import { describe, expect, it } from 'vitest';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import {
  allergy,
  bloodPressure,
  condition,
  observation,
  patient,
  prescription,
  vaccination,
} from '../testing/resources.ts';
import { watch } from '../testing/watch.ts';
import { CODES } from './codes.ts';

describe('codes', () => {
  it('are those of the code files', async () => {
    const lines = [
      condition('c', 'I10.9', '2020-01-01'),
      observation('o', SYSTEMS.npu, 'NPU27300', 40, 'mmol/mol'),
      bloodPressure('b', 120, 80),
      prescription('m', 'Enalapril', 'C09AA02', { from: '2020-01-01' }),
      vaccination('v', 'J07BD52', 1, '2020-01-01'),
      allergy('a', '91936005', '2020-01-01'),
    ];
    expect(await watch(CODES, [patient(), ...lines])).toEqual([]);
  });

  it('are found where nobody knows them', async () => {
    const lines = [
      condition('c', 'I10.X', '2020-01-01'),
      observation('o', SYSTEMS.npu, 'NPU00000', 40, 'mmol/mol'),
      prescription('m', 'Enalapril', 'C99ZZ99', { from: '2020-01-01' }),
      vaccination('v', 'J07ZZ99', 1, '2020-01-01'),
      allergy('a', '1', '2020-01-01'),
      { ...condition('p', 'AV999', '2020-01-01'), resourceType: 'Procedure' },
    ];
    const found = await watch(CODES, [patient(), ...lines]);
    expect(found.map(({ place }) => place.line)).toEqual([2, 3, 4, 5, 6, 7]);
    expect(found[0]?.sv).toBe('Condition/c har en kod som är okänd: I10.X');
  });
});
