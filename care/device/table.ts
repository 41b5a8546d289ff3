import { METRIC_NAMES, METRICS, type MetricName } from '../../domain/codes/mdc.ts';
import type { Reading } from './activities.ts';

/** A value of a device, in a unit that such a device has. */
export function readingOf(metric: MetricName, value: number, unit: string): Reading {
  const { sv, units } = METRICS[metric];
  if (!units.some(({ word }) => word === unit))
    throw new Error(
      `${sv.toLowerCase()} mäts i ${units.map(({ word }) => word).join(' eller ')}, inte i "${unit}"`,
    );
  return { metric, value, unit };
}

const VALUE = /^(\d+(?:[,.]\d+)?) (\S+)$/;

/** A step's table of what a device shows: 'temperatur | 39,4 °C', each thing once. */
export function readingsFrom(table: readonly (readonly string[])[]): readonly Reading[] {
  const known = METRIC_NAMES.map((name) => METRICS[name].sv.toLowerCase());
  const readings = table.map(([name = '', cell = '', ...more]) => {
    if (more.length > 0)
      throw new Error('tabellen ska ha två kolumner, vad som mäts och ett värde med enhet');
    const metric = METRIC_NAMES.find((each) => METRICS[each].sv.toLowerCase() === name);
    if (metric === undefined)
      throw new Error(`"${name}" är inget som apparaterna mäter; skriv ${known.join(', ')}`);
    const [, number, unit = ''] = VALUE.exec(cell) ?? [];
    if (number === undefined)
      throw new Error(`raden "${name}" ska vara ett tal och en enhet, som "76 /min", och är "${cell}"`);
    return readingOf(metric, Number(number.replace(',', '.')), unit);
  });
  const twice = readings.find(({ metric }, at) => readings.findIndex((each) => each.metric === metric) < at);
  if (twice !== undefined)
    throw new Error(`tabellen har raden "${METRICS[twice.metric].sv.toLowerCase()}" två gånger`);
  return readings;
}
