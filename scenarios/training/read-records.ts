import { DateTime } from 'luxon';
import { InputError, inputErrorOf } from '../../domain/input-error.ts';
import { ROLES } from '../../domain/role.ts';
import type { RosterLine, SeatLine, TrainingRecord } from '../../domain/training.ts';
import { type CsvColumn, type CsvRow, readCsv } from '../../input/csv-source.ts';
import schema from '../schema/training-records.schema.json' with { type: 'json' };
import type { PlannedTraining } from './load-training-plan.ts';
import type { Staffed } from './staffing.ts';

/** Tables of people: course registers, rosters and who sat where in a lab. Pseudonyms only. */

const { definitions } = schema;

const YES_NO: Readonly<Record<string, boolean>> = {
  ...{ ja: true, j: true, yes: true, true: true, '1': true, godkänd: true, passed: true },
  ...{ nej: false, n: false, no: false, false: false, '0': false, underkänd: false, failed: false },
};

const roleIn = (text: string): string =>
  Object.entries(ROLES).find(([, { title }]) => title.toLowerCase() === text.toLowerCase())?.[0] ?? text;

const PSEUDONYM: CsvColumn = { heads: ['pseudonym', 'person'] };
const ROLE: CsvColumn = { heads: ['roll', 'role', 'yrke'], read: roleIn };
const unitColumn = ({ units }: Staffed): CsvColumn => ({
  heads: ['enhet', 'unit'],
  read: (text) => units.find(({ key, name }) => [key, name].some((one) => same(one, text)))?.key ?? text,
});

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/**
 * Course registers as they were saved from a learning platform. Throws InputError with file and line, also for a pass in the
 * future: it has not been seen.
 * @param today ISO date
 */
export function readRecords(
  files: readonly string[],
  { plan, ...staffed }: PlannedTraining,
  today: string,
): TrainingRecord[] {
  const byLab = new Set(plan.courses.flatMap(({ id, cards }) => (cards === undefined ? [] : [id])));
  return read<TrainingRecord>(
    files,
    {
      pseudonym: PSEUDONYM,
      unit: unitColumn(staffed),
      role: ROLE,
      course: { heads: ['kurs', 'course'] },
      passed: {
        heads: ['godkänd', 'passed', 'resultat'],
        read: (text) => YES_NO[text.toLowerCase()] ?? text,
      },
      date: { heads: ['datum', 'date'] },
    },
    definitions.record,
    ({ date, course }) =>
      wrongDate(date) ??
      (byLab.has(course)
        ? `Kursen ${course} klaras i ett labb och räknas ur labbets underlag; ta bort raden och läs labbet med --seats.`
        : undefined) ??
      (date > today
        ? `Kursen ${course} har datumet ${date}, som inte har varit; räkna den när den är klar.`
        : undefined),
  );
}

/** Who works where in the first weeks. Throws InputError with file and line. */
export const readRoster = (file: string, staffed: Staffed): RosterLine[] =>
  read<RosterLine>(
    [file],
    {
      pseudonym: PSEUDONYM,
      unit: unitColumn(staffed),
      role: ROLE,
      from: { heads: ['från', 'from'] },
      to: { heads: ['till', 'to'] },
    },
    definitions.roster,
    ({ from, to }) =>
      wrongDate(from) ??
      wrongDate(to) ??
      (from !== undefined && to !== undefined && to < from
        ? `Slutar ${to} innan det börjar ${from}.`
        : undefined),
  );

/** Who sat where in labs. Throws InputError with file and line. */
export const readSeats = (file: string): SeatLine[] =>
  read<SeatLine>(
    [file],
    { run: { heads: ['körning', 'run'] }, seat: { heads: ['plats', 'seat'] }, pseudonym: PSEUDONYM },
    definitions.seat,
    () => undefined,
  );

function read<T extends { readonly pseudonym: string }>(
  files: readonly string[],
  columns: Readonly<Record<string, CsvColumn>>,
  definition: object,
  wrong: (row: T) => string | undefined,
): T[] {
  const rows = files.flatMap((file) => readCsv<T>(file, columns, { ...definition, definitions }).rows);
  const mistake = inputErrorOf(rows.flatMap((each) => mistakeIn(each, wrong)));
  if (mistake !== undefined) throw mistake;
  return rows.map(({ row }) => row);
}

/** Ten or twelve digits are a person, whoever's they are. */
const PERSONAL_NUMBER = /^(\d{2})?\d{6}[-+]?\d{4}$/;

function mistakeIn<T extends { readonly pseudonym: string }>(
  { row, position }: CsvRow<T>,
  wrong: (row: T) => string | undefined,
): InputError[] {
  const told = PERSONAL_NUMBER.test(row.pseudonym)
    ? 'Pseudonymen ser ut som ett personnummer; byt den mot en beteckning som inte säger vem det är.'
    : wrong(row);
  return told === undefined ? [] : [new InputError(told, position)];
}

const wrongDate = (date: string | undefined): string | undefined =>
  date === undefined || DateTime.fromISO(date).isValid
    ? undefined
    : `"${date}" är ingen dag i kalendern; skriv ÅÅÅÅ-MM-DD.`;
