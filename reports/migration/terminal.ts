import { number, percent } from '../../pages/bilingual.ts';
import {
  differencesOf,
  type FoundResult,
  type MigrationResult,
  type SampleResult,
} from './measure-migration.ts';

/** So many kinds of finding are named; the page has them all. */
const NAMED = 8;

/** A migration in a terminal: what was compared, what was found, and what the sample shows. */
export function migrationLines(result: MigrationResult): string[] {
  const { opened, records, found, sample } = result;
  const { source, compared } = opened.people;
  const rows = records.reduce((sum, record) => sum + record.rows.source, 0);
  const open = records.filter(({ verdict }) => verdict === 'not-covered');
  return [
    `  Personer  ${number(compared).sv}${compared < source ? ` av ${number(source).sv}, dragna` : ''}, med ${number(rows).sv} uppgifter i källan`,
    `  Skillnader ${number(differencesOf(result, [1])).sv} i klass 1, ${number(differencesOf(result, [2, 3])).sv} i klass 2 och 3`,
    ...(open.length === 0 ? [] : [`  Ej prövat ${open.map(({ sv }) => sv).join(', ')}`]),
    `  Stickprov ${sample === undefined ? 'inte bedömt än; listan är stickprov.csv' : sampleText(sample)}`,
    ...found.slice(0, NAMED).map(foundLine),
    ...(found.length > NAMED ? [`  … och ${found.length - NAMED} slag av fynd till, se sidan.`] : []),
  ];
}

const foundLine = ({ facts, class: own, count, people, examples }: FoundResult): string => {
  const [first] = examples;
  const concerned = people === 1 ? '1 person' : `${number(people).sv} personer`;
  return `  ✗ ${facts.sv} (klass ${own}): ${number(count).sv} hos ${concerned}${first === undefined ? '' : `, till exempel ${first.ref}`}`;
};

const sampleText = ({ n, wrong, unclear, bound }: SampleResult): string =>
  `${number(wrong).sv} fel och ${number(unclear).sv} oklara av ${number(n).sv}; högst ${percent(bound).sv} med 95 % säkerhet`;
