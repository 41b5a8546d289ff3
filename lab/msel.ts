import Papa from 'papaparse';
import { isMap, parseDocument } from 'yaml';
import { InputError } from '../domain/input-error.ts';
import { tableOf } from '../input/csv-source.ts';
import { checkSchema } from '../input/schema-check.ts';
import { didYouMean } from '../input/suggest.ts';
import { parseYaml } from '../input/yaml-source.ts';
import schema from '../scenarios/schema/lab.schema.json' with { type: 'json' };

/** An inject as a plan has it. */
export type WrittenInject = Readonly<Record<string, unknown>> & {
  readonly act?: Readonly<Record<string, unknown>>;
};

/** A plan's injects as rows, in the order in which they are planned: the master scenario events list of an exercise. */
const COLUMNS = [
  'id',
  'at',
  'method',
  'role',
  'sv',
  'en',
  'expected',
  'within',
  'act',
  'fault',
  'minutes',
] as const;
type Column = (typeof COLUMNS)[number];
const NUMBERS: readonly Column[] = ['within', 'minutes'];
const OF_ACT: Readonly<Partial<Record<Column, string>>> = { act: 'kind', fault: 'fault', minutes: 'minutes' };

/** Semicolons and a byte order mark: what a Swedish spreadsheet opens and saves as it is. */
export function mselCsv(injects: readonly WrittenInject[]): string {
  const cell = (inject: WrittenInject, column: Column): unknown => {
    const key = OF_ACT[column];
    const value = key === undefined ? inject[column] : inject.act?.[key];
    return NUMBERS.includes(column) && value !== undefined ? String(value).replace('.', ',') : value;
  };
  const rows = injects.map((inject) => COLUMNS.map((column) => cell(inject, column)));
  const text = Papa.unparse({ fields: [...COLUMNS], data: rows }, { delimiter: ';', escapeFormulae: true });
  return `\uFEFF${text}\r\n`;
}

/** The injects of a spreadsheet that was saved as CSV. Throws InputError with the row for what no plan could have. */
export function injectsFrom(csv: string, file: string): readonly WrittenInject[] {
  const { heads: written, rows } = tableOf(csv, file);
  const heads = written.map((head) => head.toLowerCase());
  const unknown = heads.find((head) => head !== '' && !COLUMNS.some((column) => column === head));
  if (unknown !== undefined)
    throw new InputError(
      `Kolumnen "${unknown}" finns inte${didYouMean(unknown, COLUMNS) || '.'} Kolumnerna heter ${COLUMNS.join(', ')}.`,
      { file, line: 1 },
    );
  return rows.map(({ cells, position: { line = 1 } }) =>
    injectOf((column) => cells[heads.indexOf(column)] ?? '', { file, line }),
  );
}

function injectOf(
  cellOf: (column: Column) => string,
  position: { readonly file: string; readonly line: number },
) {
  const inject: Record<string, unknown> = {};
  const act: Record<string, unknown> = {};
  for (const column of COLUMNS) {
    const text = cellOf(column);
    if (text === '') continue;
    const key = OF_ACT[column];
    const value =
      column === 'at' ? clockIn(text) : NUMBERS.includes(column) ? Number(text.replace(',', '.')) : text;
    if (key === undefined) inject[column] = value;
    else act[key] = value;
  }
  const written = { ...inject, ...(Object.keys(act).length === 0 ? {} : { act }) };
  try {
    checkSchema(parseYaml('', JSON.stringify(written)), schema.properties.injects.items);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.message.replaceAll(/^:\d+:\d+: /gm, ''), position);
  }
  return written;
}

/** A spreadsheet writes 9:20 and 09:20:00 for 09:20. */
function clockIn(text: string): string {
  const [, hours, minutes] = /^(\d{1,2})[:.](\d{2})(?:[:.]00)?$/.exec(text) ?? [];
  return hours === undefined ? text : `${hours.padStart(2, '0')}:${minutes}`;
}

/** A plan with other injects, all else and its comments as they were. */
export function withInjects(plan: string, injects: readonly WrittenInject[]): string {
  const document = parseDocument(plan);
  if (!isMap(document.contents)) throw new Error('A plan that was read is a map.');
  document.set('injects', document.createNode(injects));
  return document.toString({ lineWidth: 110 });
}
