import { describe, expect, it } from 'vitest';
import { condition, encounter, observation, patient, prescription } from '../testing/resources.ts';
import { watch } from '../testing/watch.ts';
import { PERIODS } from './periods.ts';

const at = (clock: string): string => `2025-02-03T${clock}:00+01:00`;

describe('periods', () => {
  it('may end when they begin', async () => {
    const lines = [
      encounter('e', at('08:00'), at('08:00')),
      condition('c', 'I10.9', at('08:00'), at('09:00')),
      prescription('m', 'Enalapril', 'C09AA02', { from: '2025-02-03', to: '2025-02-03' }),
    ];
    expect(await watch(PERIODS, [patient(), ...lines])).toEqual([]);
  });

  it('do not end before they begin', async () => {
    const booking = {
      resourceType: 'Appointment',
      id: 'a',
      created: at('10:00'),
      start: at('09:00'),
      end: at('09:30'),
    };
    const lines = [
      encounter('e', at('09:00'), at('08:00')),
      condition('c', 'I10.9', at('09:00'), at('08:00')),
      { ...observation('o', 'x', 'y', 1, 'g'), effectiveDateTime: at('09:00'), issued: at('08:00') },
      prescription('m', 'Enalapril', 'C09AA02', { from: '2025-02-03', to: '2025-02-02' }),
      booking,
    ];
    const found = await watch(PERIODS, [patient(), ...lines]);
    expect(found.map(({ place }) => place.line)).toEqual([2, 3, 4, 5, 6]);
  });
});
