import { describe, expect, it } from 'vitest';
import { certificate, patient } from '../testing/resources.ts';
import { FILE, watch } from '../testing/watch.ts';
import { DEATH_CERTIFICATES } from './death-certificates.ts';

const died = '2024-02-03T04:05:00+01:00';

describe('certificates of death', () => {
  it('are there for the dead and only for them', async () => {
    const lines = [patient({ died }), certificate('d', died), patient({ id: 'p-2', serial: 1 })];
    expect(await watch(DEATH_CERTIFICATES, lines)).toEqual([]);
  });

  it('are missed where they are missing', async () => {
    expect(await watch(DEATH_CERTIFICATES, [patient({ died })])).toEqual([
      { place: { file: FILE, line: 1 }, sv: 'p-1 har dött men saknar dödsorsaksintyg' },
    ]);
  });

  it('are found for the living, in double and with another date', async () => {
    const alive = await watch(DEATH_CERTIFICATES, [patient(), certificate('d', died)]);
    const double = await watch(DEATH_CERTIFICATES, [
      patient({ died }),
      certificate('d', died),
      certificate('e', died),
    ]);
    const late = await watch(DEATH_CERTIFICATES, [
      patient({ died }),
      certificate('d', '2024-02-04T00:00:00+01:00'),
    ]);
    expect([alive, double, late].map((found) => found.map(({ sv }) => sv))).toEqual([
      ['d är ett intyg om p-1, som lever'],
      ['p-1 har två dödsorsaksintyg'],
      ['d är inte daterat när p-1 dog'],
    ]);
  });
});
