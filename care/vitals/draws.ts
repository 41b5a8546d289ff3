import fc, { type Arbitrary } from 'fast-check';
import { NEWS2_BORDERS, news2, type VitalSigns } from '../../domain/news2.ts';
import { PLAUSIBLE_MEASUREMENTS } from '../../domain/plausible.ts';
import { drawsOf } from '../../flows/draws/drawing.ts';
import type { VitalsTask } from './activities.ts';

type Measured = keyof typeof NEWS2_BORDERS;

/** The value as it is written, the simplest, then those on both sides of every border, and the outermost that are common. */
const around = (written: number, sign: Measured): Arbitrary<number> =>
  fc.constantFrom(...new Set([written, ...NEWS2_BORDERS[sign].filter((value) => isPlausible(sign, value))]));

function isPlausible(sign: Measured, value: number): boolean {
  const range = PLAUSIBLE_MEASUREMENTS[sign];
  return range === undefined || (value >= range.from && value <= range.to);
}

/** All sets of values that warn exactly as those that are written do: the same score, and a single three where there was one. */
function alike(written: VitalSigns): Arbitrary<VitalSigns> {
  const wanted = news2(written);
  return fc
    .record<VitalSigns>({
      respiratoryRate: around(written.respiratoryRate, 'respiratoryRate'),
      oxygenSaturation: around(written.oxygenSaturation, 'oxygenSaturation'),
      supplementalOxygen: fc.constantFrom(written.supplementalOxygen, !written.supplementalOxygen),
      systolicPressure: around(written.systolicPressure, 'systolicPressure'),
      heartRate: around(written.heartRate, 'heartRate'),
      consciousness: fc.constantFrom(...new Set([written.consciousness, 'A', 'C', 'V'] as const)),
      temperature: around(written.temperature, 'temperature'),
    })
    .filter((values) => {
      const { score, singleThree } = news2(values);
      return score === wanted.score && singleThree === wanted.singleThree;
    });
}

/** Home measurements that people do have; the lower is lower. An assumption. */
const HOME = { systolic: { min: 70, max: 240 }, diastolic: { min: 40, max: 130 } } as const;

export const draws = drawsOf<VitalsTask>({
  'record-vitals': (task) => ({
    limits: alike(task.values).map(
      (values) => ({ ...task, values }),
      (drawn) => (drawn as typeof task).values,
    ),
  }),
  'contribute-blood-pressure': (task) => ({
    limits: fc
      .record({
        systolic: fc.constantFrom(task.systolic, 99, 100, 101, HOME.systolic.max),
        diastolic: fc.constantFrom(task.diastolic, HOME.diastolic.min, 98, 99),
      })
      .filter(({ systolic, diastolic }) => diastolic < systolic)
      .map(
        (values) => ({ ...task, ...values }),
        (drawn) => {
          const { systolic, diastolic } = drawn as typeof task;
          return { systolic, diastolic };
        },
      ),
  }),
});
