import { describe, expect, it } from 'vitest';
import { condition, encounter, patient } from '../testing/resources.ts';
import { FILE, watch } from '../testing/watch.ts';
import { REFERENCES } from './references.ts';

const visit = encounter('v', '2020-01-01T08:00:00+01:00', '2020-01-01T08:30:00+01:00');

describe('references', () => {
  it('lead to what comes before or after', async () => {
    const diagnosis = { ...condition('c', 'I10.9', '2020-01-01'), encounter: { reference: 'Encounter/v' } };
    expect(await watch(REFERENCES, [patient(), diagnosis, visit])).toEqual([]);
  });

  it('do not lead to nothing', async () => {
    const diagnosis = {
      ...condition('c', 'I10.9', '2020-01-01'),
      encounter: { reference: 'Encounter/gone' },
    };
    expect(await watch(REFERENCES, [patient(), visit, diagnosis])).toEqual([
      { place: { file: FILE, line: 3 }, sv: 'Condition/c hänvisar till Encounter/gone, som inte finns' },
    ]);
  });

  it('do not lead to another type', async () => {
    const [found] = await watch(REFERENCES, [
      patient(),
      { ...visit, serviceProvider: { reference: 'Organization/v' } },
    ]);
    expect(found?.sv).toContain('Organization/v');
  });
});
