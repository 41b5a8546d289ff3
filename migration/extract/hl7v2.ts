import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { Hl7Message, type Hl7Segment } from '@medplum/core';
import { CODING, PERSON_NUMBERS, readNumberField } from '../../domain/codes/hl7v2.ts';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { InputError } from '../../domain/input-error.ts';
import { readLines } from '../../generators/check/read/lines.ts';
import { named, quoted } from '../engine.ts';
import { PEOPLE, type RecordKind } from '../record.ts';
import { NOBODY, type RawRows } from '../stage.ts';
import type { Extract } from './source.ts';

type Row = Readonly<Record<string, string | undefined>>;

/** What messages tell of each kind of record; what is not here they do not tell. */
const TELLS: Readonly<Record<string, readonly string[]>> = {
  patient: ['identity', 'family', 'given', 'birthDate', 'gender', 'deceased', 'street', 'postalCode'],
  allergy: ['code', 'system'],
  medication: ['code', 'dose', 'doseUnit', 'frequency', 'period', 'route', 'reason'],
  referral: ['to', 'text', 'authored'],
  booking: ['start', 'reason'],
  vaccination: ['code', 'number', 'given'],
};
/** Kinds of which messages carry no id that a record keeps. */
const WITHOUT_ID: ReadonlySet<string> = new Set(['allergy']);

/**
 * A batch of HL7 v2 messages as rows: what was said last of a thing counts. Writes a file a kind into `scratch`. Throws
 * InputError for what is no message, with file and line.
 */
export async function hl7v2Extract(files: readonly string[], scratch: string): Promise<Extract> {
  const rows = new Map(Object.keys(TELLS).map((name) => [name, new Map<string, Row>()]));
  for (const file of files) await readMessages(file, (message) => take(message, rows));
  const written = new Map<string, string>();
  for (const [name, own] of rows)
    written.set(name, await write(path.join(scratch, `${name}.ndjson`), own.values()));
  return {
    format: 'hl7v2',
    hasIds: ({ name }) => !WITHOUT_ID.has(name),
    rowsOf: (kind) => rowsIn(written.get(kind.name), kind),
    persons: NOBODY,
    units: NOBODY,
  };
}

/** A message begins with MSH; lines of a batch around it (FHS, BHS, BTS, FTS) are none, and a segment may have a line of its own. */
async function readMessages(file: string, take: (message: Hl7Message) => void): Promise<void> {
  let segments: string[] = [];
  let begun = 0;
  const end = (): void => {
    if (segments.length > 0) take(parsed(segments.join('\r'), file, begun));
    segments = [];
  };
  const { fault } = await readLines(file, ({ text, number }) => {
    for (const segment of text.split('\r')) {
      if (segment === '' || /^(FHS|BHS|BTS|FTS)\b/.test(segment)) continue;
      if (segment.startsWith('MSH')) {
        end();
        begun = number;
      } else if (segments.length === 0)
        throw new InputError('Här skulle ett meddelande börja, med MSH.', { file, line: number });
      segments.push(segment);
    }
  });
  if (fault !== undefined) throw new InputError(`Filen går inte att läsa: ${fault.sv}.`, { file });
  end();
}

function parsed(text: string, file: string, line: number): Hl7Message {
  try {
    return Hl7Message.parse(text);
  } catch (cause) {
    throw new InputError(
      `Meddelandet går inte att läsa (${cause instanceof Error ? cause.message : cause}).`,
      { file, line },
    );
  }
}

function take(message: Hl7Message, rows: ReadonlyMap<string, Map<string, Row>>): void {
  const person = personIn(message);
  const put = (kind: string, id: string, row: Row): void => {
    const known = rows.get(kind)?.get(id);
    rows.get(kind)?.set(id, { ...known, id, person, ...row });
  };
  const pid = message.getSegment('PID');
  if (pid !== undefined && person !== undefined) put('patient', person, patientRow(pid, person));
  for (const segment of message.getAllSegments('AL1')) {
    const code = at(segment, 3);
    put('allergy', `${person}|${code}`, {
      code,
      system: SYSTEM_OF[at(segment, 3, 3)],
      at: instant(at(segment, 6)),
    });
  }
  const order = message.getSegment('RXE');
  if (order !== undefined) {
    const timing = message.getSegment('TQ1');
    put('medication', at(message.getSegment('ORC'), 2), {
      ...{ code: at(order, 2), dose: at(order, 3), doseUnit: at(order, 5), reason: at(order, 27) },
      ...howOften(at(timing, 3)),
      ...{ route: at(message.getSegment('RXR'), 1, 2), at: instant(at(timing, 7)) },
    });
  }
  const schedule = message.getSegment('SCH');
  if (schedule !== undefined) {
    const start = instant(at(schedule, 11, 4));
    put('booking', at(schedule, 1), { start, reason: at(schedule, 6, 2), at: start });
  }
  const referral = message.getSegment('RF1');
  if (referral !== undefined) {
    const authored = instant(at(referral, 7));
    put('referral', at(referral, 6), {
      to: at(referral, 3, 2),
      text: at(referral, 10, 2),
      authored,
      at: authored,
    });
  }
  const dose = message.getSegment('RXA');
  if (dose !== undefined) {
    const given = instant(at(dose, 3));
    put('vaccination', at(message.getSegment('ORC'), 3), {
      code: at(dose, 5),
      number: at(dose, 2),
      given,
      at: given,
    });
  }
}

const SYSTEM_OF: Readonly<Record<string, string>> = { [CODING.snomed]: SYSTEMS.snomed };

function personIn(message: Hl7Message): string | undefined {
  const known = (message.getSegment('PID')?.getField(3)?.toString() ?? '')
    .split('~')
    .flatMap((cx) => readNumberField(cx) ?? []);
  const [first] = known.toSorted(
    (a, b) => PERSON_NUMBERS.indexOf(a.system) - PERSON_NUMBERS.indexOf(b.system),
  );
  return first?.value.replace(/[^0-9A-Za-z]/g, '');
}

const patientRow = (pid: Hl7Segment, identity: string): Row => ({
  ...{ identity, family: at(pid, 5), given: at(pid, 5, 2), birthDate: day(at(pid, 7)) },
  gender: { F: 'female', M: 'male' }[at(pid, 8)],
  deceased: at(pid, 30) === 'Y' ? 'true' : 'false',
  ...{ street: at(pid, 11), postalCode: at(pid, 11, 5) },
});

/** HL7 table 0335: 'Q7D', 'BID'. */
function howOften(repeats: string): Row {
  const every = /^Q(\d+)D$/.exec(repeats)?.[1];
  if (every !== undefined) return { frequency: '1', period: every };
  const times = { BID: '2', TID: '3', QID: '4' }[repeats] ?? /^(\d+)ID$/.exec(repeats)?.[1];
  return times === undefined ? {} : { frequency: times, period: '1' };
}

const at = (segment: Hl7Segment | undefined, field: number, component = 1): string =>
  unescaped(segment?.getField(field)?.getComponent(component) ?? '');

/** HL7 v2.5, chapter 2.7. */
const ESCAPES: Readonly<Record<string, string>> = { E: '\\', F: '|', S: '^', T: '&', R: '~', '.br': '\n' };
const unescaped = (text: string): string =>
  text.replace(/\\([EFSTR]|\.br)\\/g, (whole, sign: string) => ESCAPES[sign] ?? whole);

const day = (text: string): string => text.replace(/^(\d{4})(\d\d)(\d\d).*$/, '$1-$2-$3');

/** '20240102083000+0100' as FHIR writes it. */
const instant = (text: string): string =>
  /^\d{14}/.test(text)
    ? text.replace(
        /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?(?:([+-]\d\d)(\d\d))?$/,
        (_, y, m, d, h, i, s, zone, minutes) =>
          `${y}-${m}-${d}T${h}:${i}:${s}${zone === undefined ? '' : `${zone}:${minutes}`}`,
      )
    : day(text);

async function write(file: string, rows: Iterable<Row>): Promise<string> {
  const out = createWriteStream(file);
  for (const row of rows) if (!out.write(`${JSON.stringify(row)}\n`)) await once(out, 'drain');
  out.end();
  await finished(out);
  return file;
}

function rowsIn(file: string | undefined, { name }: RecordKind): RawRows | undefined {
  const told = TELLS[name];
  if (file === undefined || told === undefined) return undefined;
  const columns = [...new Set(['id', 'person', 'at', ...told])];
  return {
    from: `read_json(${quoted(file)}, format = 'newline_delimited', columns = {${columns.map((column) => `${named(column)}: 'VARCHAR'`).join(', ')}})`,
    id: WITHOUT_ID.has(name) ? undefined : 'id',
    person: name === PEOPLE ? undefined : 'person',
    unit: undefined,
    at: named('at'),
    says: (field) => (told.includes(field.name) ? named(field.name) : undefined),
  };
}
