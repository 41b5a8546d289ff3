import type { FirstWeeks } from '../../domain/first-weeks.ts';
import { InputError } from '../../domain/input-error.ts';
import { tableOf } from '../../input/csv-source.ts';
import type { Contacts, ReportedDeviation } from '../deviation.ts';
import { boundsOf, isDay } from '../swedish-time.ts';
import { deviationOf } from './row.ts';

/** Columns of a file of deviations; the first five must be there. */
const DEVIATION = [
  'id',
  'reported',
  'class',
  'unit',
  'text',
  'closed',
  'owner',
  'cause',
  'patient',
  'updated',
] as const;
const REQUIRED = DEVIATION.slice(0, 5);
/** Columns of a file of contacts. */
const CONTACTS = ['day', 'unit', 'contacts'] as const;
type Column = (typeof DEVIATION)[number] | (typeof CONTACTS)[number];

/** What one file of CSV holds. */
export interface CsvContent {
  readonly deviations: readonly ReportedDeviation[];
  readonly contacts: readonly Contacts[];
}

/**
 * Deviations or contacts as a spreadsheet or a system for incidents saves them; which of the two its heads say. Columns that
 * nobody asks for are left alone. Throws InputError with the row.
 */
export function readCsv(text: string, file: string, plan: FirstWeeks): CsvContent {
  const { heads: written, rows: below } = tableOf(text, file);
  const heads = written.map((head) => head.toLowerCase());
  // A file that is still being written ends in the middle of a row.
  const [cut] = below.filter(({ cells }) => cells.length < heads.length);
  if (cut !== undefined)
    throw new InputError(
      `Raden har ${cut.cells.length} celler, men rubrikerna är ${heads.length}; spara om filen som CSV.`,
      { file, line: cut.position.line ?? 1 },
    );
  const called = (column: Column): string => plan.columns?.[column] ?? column;
  const has = (columns: readonly Column[]) =>
    columns.every((column) => heads.includes(called(column).toLowerCase()));
  const rows = below.map(({ cells, position: { line = 1 } }) => ({
    from: { file, line },
    word: (column: Column) => cells[heads.indexOf(called(column).toLowerCase())] ?? '',
  }));
  if (has(CONTACTS))
    return { deviations: [], contacts: rows.map(({ from, word }) => contactsOf(word, plan, from)) };
  if (has(REQUIRED)) {
    const deviations = rows.map(({ from, word }) => {
      const words = Object.fromEntries(DEVIATION.map((column) => [column, word(column)])) as Record<
        (typeof DEVIATION)[number],
        string
      >;
      return deviationOf(words, plan, from, (column) => `kolumnen ${called(column)}`);
    });
    return { deviations, contacts: [] };
  }
  const names = (columns: readonly Column[]) => columns.map(called).join(', ');
  throw new InputError(
    `Rubrikerna är varken avvikelsers (${names(REQUIRED)}) eller vårdkontakters (${names(CONTACTS)}); rätta dem, eller säg i ` +
      'planens columns vad de heter hos er.',
    { file, line: 1 },
  );
}

function contactsOf(
  word: (column: Column) => string,
  { units }: FirstWeeks,
  from: Contacts['from'],
): Contacts {
  const day = word('day');
  if (!isDay(day)) throw new InputError(`"${day}" är ingen dag; skriv ÅÅÅÅ-MM-DD.`, from);
  const unit = units.find(({ key, sv }) => key === word('unit') || sv === word('unit'));
  if (unit === undefined)
    throw new InputError(
      `Enheten "${word('unit')}" finns inte i planen. Den har ${units.map(({ key }) => key).join(', ')}.`,
      from,
    );
  const contacts = Number(word('contacts'));
  if (!Number.isInteger(contacts) || contacts < 0 || word('contacts') === '')
    throw new InputError(
      `"${word('contacts')}" är inget antal vårdkontakter; skriv ett heltal från 0.`,
      from,
    );
  return { day, ends: boundsOf(day).ends, unit: unit.key, contacts, from };
}
