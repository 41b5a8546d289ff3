import { METRICS } from '../../../domain/codes/mdc.ts';
import type { DeviceReading } from '../../devices/pcd/readings.ts';

/** How a value in one unit becomes one in the chart's: (value + add) × times, rounded to so many decimals. */
interface Conversion {
  readonly add: number;
  readonly times: number;
  readonly decimals: number;
}

/** 1 mmHg is 133.322 Pa, and 1 °F is 5/9 °C from 32 on. Source: BIPM, The International System of Units, 9th edition. */
const CONVERSIONS: Readonly<Record<string, Conversion>> = {
  MDC_DIM_KILO_PASCAL: { add: 0, times: 1_000 / 133.322, decimals: 0 },
  MDC_DIM_FAHR: { add: -32, times: 5 / 9, decimals: 1 },
};

/** A value as the chart has it, in UCUM. */
export function inChart({ metric, value, unit }: DeviceReading): {
  readonly value: number;
  readonly unit: string;
} {
  const conversion = CONVERSIONS[unit];
  if (conversion === undefined) return { value, unit: METRICS[metric].unit };
  const { add, times, decimals } = conversion;
  const scale = 10 ** decimals;
  return { value: Math.round((value + add) * times * scale) / scale, unit: METRICS[metric].unit };
}
