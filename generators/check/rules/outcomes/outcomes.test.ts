import { describe, expect, it } from 'vitest';
import { SYSTEMS } from '../../../../domain/codes/systems.ts';
import type { JsonObject } from '../../rule.ts';
import { bloodPressure, condition, observation, patient } from '../../testing/resources.ts';
import { contextOf, watch } from '../../testing/watch.ts';
import { readOutcomes } from './outcome.ts';
import { OUTCOMES } from './outcomes.ts';

const PEOPLE = 300;
const of = (n: number) => ({ subject: { reference: `Patient/p-${n}` } });

/** People with a diagnosis, the first of whom have reached the goal. */
function treated(
  diagnosis: string,
  reached: number,
  measured: (n: number, isReached: boolean) => JsonObject,
): JsonObject[] {
  const numbers = Array.from({ length: PEOPLE }, (_, n) => n);
  return [
    ...numbers.map((n) => patient({ id: `p-${n}`, serial: n })),
    ...numbers.map((n) => ({ ...condition(`c-${n}`, diagnosis, '2020-01-01T08:00:00+01:00'), ...of(n) })),
    ...numbers.map((n) => ({ ...measured(n, n < reached), ...of(n) })),
  ];
}

const pressures = (reached: number): JsonObject[] =>
  treated('I10.9', reached, (n, isReached) => bloodPressure(`b-${n}`, isReached ? 128 : 152, 80));

describe('outcomes', () => {
  it('are as the sources say', async () => {
    expect(await watch(OUTCOMES, pressures(156))).toEqual([]);
  });

  it('are found too bad, as when nobody is ever treated to goal, and too good', async () => {
    const words = (percent: string) => [
      expect.objectContaining({
        sv: `Blodtryck under 140/90 vid hypertoni: ${percent} % av 300, 52.0 % väntas`,
      }),
    ];
    expect(await watch(OUTCOMES, pressures(0))).toEqual(words('0.0'));
    expect(await watch(OUTCOMES, pressures(270))).toEqual(words('90.0'));
  });

  it('are those of the latest value, and no old one', async () => {
    const old = pressures(156).map((line) =>
      line.resourceType === 'Observation'
        ? { ...line, effectiveDateTime: '2022-01-01T08:00:00+01:00' }
        : line,
    );
    const later = Array.from({ length: PEOPLE }, (_, n) => ({
      ...bloodPressure(`l-${n}`, 170, 99),
      ...of(n),
    }));
    expect(await watch(OUTCOMES, old)).toEqual([]);
    expect(await watch(OUTCOMES, [...pressures(156), ...later])).toHaveLength(1);
  });

  it('are judged for laboratory values too', async () => {
    const lines = treated('E11.9', 20, (n, isReached) =>
      observation(`h-${n}`, SYSTEMS.npu, 'NPU27300', isReached ? 45 : 60, 'mmol/mol'),
    );
    const found = await watch(OUTCOMES, lines);
    expect(found.map(({ sv }) => sv)).toContainEqual(expect.stringContaining('HbA1c högst 52 mmol/mol'));
  });

  it('are about tests and diagnoses that the code files have', async () => {
    const { tests, diagnoses } = (await contextOf({})).data.library.codes;
    for (const { test, diagnosis, bloodPressureBelow } of readOutcomes()) {
      expect(bloodPressureBelow !== undefined || tests.has(test ?? '')).toBe(true);
      expect(diagnosis.every((code) => diagnoses.has(code))).toBe(true);
    }
  });
});
