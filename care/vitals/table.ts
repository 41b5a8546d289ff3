import type { VitalSigns } from '../../domain/news2.ts';
import { rowsOf } from '../../features/support/table-rows.ts';

/** Values of a healthy adult at rest: NEWS2 0. */
export const NORMAL_VITAL_SIGNS: VitalSigns = {
  respiratoryRate: 16,
  oxygenSaturation: 97,
  supplementalOxygen: false,
  systolicPressure: 128,
  heartRate: 76,
  consciousness: 'A',
  temperature: 36.8,
};

const ROWS = [
  'andningsfrekvens',
  'syremättnad',
  'syrgas',
  'systoliskt blodtryck',
  'puls',
  'medvetande',
  'temperatur',
] as const;
type Rows = Readonly<Record<(typeof ROWS)[number], string>>;

/** A step's table of vital signs, one row a measurement, with Swedish names and decimal comma. */
export function vitalSignsFrom(table: readonly (readonly string[])[]): VitalSigns {
  const rows = rowsOf(table, ROWS);
  return {
    respiratoryRate: numberIn(rows, 'andningsfrekvens'),
    oxygenSaturation: numberIn(rows, 'syremättnad'),
    supplementalOxygen: wordIn(rows, 'syrgas', ['ja', 'nej']) === 'ja',
    systolicPressure: numberIn(rows, 'systoliskt blodtryck'),
    heartRate: numberIn(rows, 'puls'),
    consciousness: wordIn(rows, 'medvetande', ['A', 'C', 'V', 'P', 'U']),
    temperature: numberIn(rows, 'temperatur'),
  };
}

const NUMBER = /^\d+(?:[,.]\d+)?$/;

function numberIn(rows: Rows, name: keyof Rows): number {
  const cell = rows[name];
  if (!NUMBER.test(cell)) throw new Error(`raden "${name}" ska vara ett tal utan enhet och är "${cell}"`);
  return Number(cell.replace(',', '.'));
}

function wordIn<W extends string>(rows: Rows, name: keyof Rows, words: readonly W[]): W {
  const word = words.find((candidate) => candidate === rows[name]);
  if (word === undefined)
    throw new Error(`raden "${name}" ska vara ${words.join(' eller ')} och är "${rows[name]}"`);
  return word;
}
