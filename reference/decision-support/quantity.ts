import type { Dosage } from '@medplum/fhirtypes';
import type { DoseLimit, Range } from './rule.ts';

/** What one of each weighs in grams, UCUM. */
const MASSES: Readonly<Record<string, number>> = { kg: 1_000, g: 1, mg: 1e-3, ug: 1e-6, ng: 1e-9 };

/** Days in one of each, UCUM. */
const DAYS: Readonly<Record<string, number>> = { h: 1 / 24, d: 1, wk: 7 };

const WEEK = 7;

/** A number of one unit in another; undefined where the two do not measure the same. */
function converted(value: number, unit: string, to: string): number | undefined {
  if (unit === to) return value;
  const [one, other] = [MASSES[unit], MASSES[to]];
  return one === undefined || other === undefined ? undefined : (value * one) / other;
}

/** How much an order gives, as the limit counts it; undefined where the order does not say, or measures something else. */
export function doseOf(
  instruction: Dosage | undefined,
  { unit, per, perKilogram }: Pick<DoseLimit, 'unit' | 'per' | 'perKilogram'>,
  weight: number | undefined,
): number | undefined {
  const { value, code, unit: shown } = instruction?.doseAndRate?.[0]?.doseQuantity ?? {};
  if (value === undefined) return undefined;
  const amount = converted(value, code ?? shown ?? '', unit);
  if (amount === undefined) return undefined;
  const divisor = perKilogram === true ? weight : 1;
  if (divisor === undefined || divisor <= 0) return undefined;
  if (per === 'time') return amount / divisor;
  const { frequency = 1, period = 1, periodUnit = 'd' } = instruction?.timing?.repeat ?? {};
  const days = DAYS[periodUnit];
  if (days === undefined) return undefined;
  const aDay = (amount * frequency) / (period * days);
  return (per === 'day' ? aDay : aDay * WEEK) / divisor;
}

export const isWithin = (value: number, { from, to, above, below }: Range): boolean =>
  (from === undefined || value >= from) &&
  (to === undefined || value <= to) &&
  (above === undefined || value > above) &&
  (below === undefined || value < below);
