import type { VitalSigns } from '../../domain/news2.ts';

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

type Rows = Readonly<Record<string, string>>;

/** A step's table of vital signs, one row a measurement, with Swedish names and decimal comma. */
export function vitalSignsFrom(rows: Rows): VitalSigns {
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

function cellOf(rows: Rows, name: string): string {
  const cell = rows[name];
  if (cell === undefined) {
    throw new Error(`tabellen saknar raden "${name}"; den har ${Object.keys(rows).join(', ')}`);
  }
  return cell;
}

function numberIn(rows: Rows, name: string): number {
  const cell = cellOf(rows, name);
  const value = Number(cell.replace(',', '.'));
  if (!Number.isFinite(value)) throw new Error(`raden "${name}" ska vara ett tal och är "${cell}"`);
  return value;
}

function wordIn<W extends string>(rows: Rows, name: string, words: readonly W[]): W {
  const cell = cellOf(rows, name);
  const word = words.find((candidate) => candidate === cell);
  if (word === undefined)
    throw new Error(`raden "${name}" ska vara ${words.join(' eller ')} och är "${cell}"`);
  return word;
}
