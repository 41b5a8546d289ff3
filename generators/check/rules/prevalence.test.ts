import { describe, expect, it } from 'vitest';
import { isAsExpected } from '../prevalence/count.ts';
import { evidenceOf } from '../prevalence/evidence.ts';
import type { JsonObject } from '../rule.ts';
import { condition, patient } from '../testing/resources.ts';
import { contextOf, watch } from '../testing/watch.ts';
import { PREVALENCE } from './prevalence.ts';

const WOMEN = 400;

/** Women of 65, of whom so many have hypertension; a fourth are expected to. */
const women = (ill: number): JsonObject[] =>
  Array.from({ length: WOMEN }, (_, n) =>
    patient({ id: `p-${n}`, birthDate: '1960-06-01', serial: n }),
  ).concat(
    Array.from({ length: ill }, (_, n) => ({
      ...condition(`c-${n}`, 'I10.9', '2020-01-01T08:00:00+01:00'),
      subject: { reference: `Patient/p-${n}` },
    })),
  );

const about = (disease: string, found: Awaited<ReturnType<typeof watch>>): string[] =>
  found.map(({ sv }) => sv).filter((sv) => sv.startsWith(disease));

describe('prevalence', () => {
  it('is as expected within chance and a tenth', async () => {
    expect(about('Hypertoni', await watch(PREVALENCE, women(100)))).toEqual([]);
  });

  it('is found too low and too high', async () => {
    expect(about('Hypertoni', await watch(PREVALENCE, women(40)))).toEqual([
      'Hypertoni: 10.0 % av 400 kvinnor från 60 år har sjukdomen, 25.0 % väntas',
    ]);
    expect(about('Hypertoni', await watch(PREVALENCE, women(180)))).toHaveLength(1);
  });

  it('counts neither the dead nor those who got well', async () => {
    const dead = women(100).map((line) =>
      line.id === 'p-399'
        ? patient({ id: 'p-399', birthDate: '1960-06-01', serial: 399, died: '2024-01-01T00:00:00+01:00' })
        : line,
    );
    expect(about('Hypertoni', await watch(PREVALENCE, dead))).toEqual([]);
    const well = women(100).map((line) =>
      line.resourceType === 'Condition' ? { ...line, abatementDateTime: '2021-01-01' } : line,
    );
    expect(about('Hypertoni', await watch(PREVALENCE, well))).toHaveLength(1);
  });

  it('is not judged where chance alone decides', () => {
    expect(isAsExpected({ expected: 0.005, people: 1000, ill: 13 })).toBe(true);
    expect(isAsExpected({ expected: 0.005, people: 1000, ill: 16 })).toBe(false);
  });

  it('can be seen in the records for every disease that has a target', async () => {
    const { library } = (await contextOf({})).data;
    const blind = library.modules.filter(
      (module) => module.prevalence && evidenceOf(module, library).size === 0,
    );
    expect(blind.map(({ id }) => id)).toEqual([]);
  });
});
