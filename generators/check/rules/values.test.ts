import { describe, expect, it } from 'vitest';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import { bloodPressure, observation, patient, prescription } from '../testing/resources.ts';
import { watch } from '../testing/watch.ts';
import { VALUES } from './values.ts';

const potassium = (value: number, unit = 'mmol/L') => observation('k', SYSTEMS.npu, 'NPU03230', value, unit);

describe('values', () => {
  it('are possible in the unit of the test', async () => {
    const lines = [potassium(4.1), potassium(8.9), bloodPressure('b', 120, 80)];
    expect(await watch(VALUES, [patient(), ...lines])).toEqual([]);
  });

  it('are found where no body could have them', async () => {
    const found = await watch(VALUES, [
      patient(),
      potassium(40),
      bloodPressure('b', 410, 80),
      bloodPressure('b', 80, 90),
    ]);
    expect(found.map(({ sv }) => sv)).toEqual([
      'k: Kalium 40 är omöjligt; möjligt är 1.5–9',
      'b: Systoliskt blodtryck 410 är omöjligt; möjligt är 40–300',
      'b: övertrycket 80 är inte högre än undertrycket 90',
    ]);
  });

  it('are found in other units, and in units that are none of UCUM', async () => {
    const dose = prescription('m', 'Enalapril', 'C09AA02', { from: '2020-01-01' });
    const tablets = {
      ...dose,
      dosageInstruction: [{ doseAndRate: [{ doseQuantity: { value: 1, code: 'tabl' } }] }],
    };
    const found = await watch(VALUES, [patient(), potassium(4, 'umol/L'), dose, tablets]);
    expect(found.map(({ place }) => place.line)).toEqual([2, 4]);
  });

  it('are missed where they are missing', async () => {
    const { valueQuantity: _none, ...empty } = potassium(4);
    const [found] = await watch(VALUES, [patient(), empty]);
    expect(found?.sv).toBe('k: Kalium saknar värde');
  });
});
