import type { Hl7Segment } from '@medplum/core';
import { numberField, PERSON_NUMBERS, readNumberField } from '../../../domain/codes/hl7v2.ts';
import { escapeText, unescapeText } from './escape.ts';
import { field, segment, textOf } from './message.ts';
import { MessageError } from './message-error.ts';
import { readTime } from './time.ts';

/** By what number somebody is known. */
export interface PatientNumber {
  /** URI of the system; '' where the message did not say one that we know. */
  readonly system: string;
  readonly value: string;
}

/** Who an order or an answer is about, as PID tells it. */
export interface ToldPatient {
  readonly number: PatientNumber;
  readonly name: { readonly family: string; readonly given: string };
  /** YYYY-MM-DD, or '' */
  readonly birthDate: string;
  readonly sex: 'F' | 'M' | 'U';
}

export const writePatient = ({ number, name, birthDate, sex }: ToldPatient): Hl7Segment =>
  segment('PID', {
    1: '1',
    3: numberText(number),
    5: field(name.family, name.given),
    7: birthDate.replaceAll('-', ''),
    8: sex,
  });

const numberText = ({ system, value }: PatientNumber): string =>
  PERSON_NUMBERS.includes(system) ? numberField({ system, value: escapeText(value) }) : field(value);

export function readPatient(pid: Hl7Segment | undefined): ToldPatient {
  const sex = textOf(pid, 8);
  const [family, given] = [textOf(pid, 5), textOf(pid, 5, 2)];
  if (family === '' && given === '')
    throw new MessageError('Fältet PID-5 saknas i meddelandet.', '101', 'PID^1^5');
  const birthDate = textOf(pid, 7);
  return {
    number: readNumber(pid),
    name: { family, given },
    birthDate: birthDate === '' ? '' : readTime(birthDate, 'PID-7').slice(0, 10),
    sex: sex === 'F' || sex === 'M' ? sex : 'U',
  };
}

/** Type NNSWE of HL7's table 0203: a number of the nation's, whoever says to have given it out. */
const NATIONAL_TYPE = 'NNSWE';

/**
 * The number that a person is known by, wherever it stands among those of PID-3: one that says whose it is, the nation's
 * first. One that stands alone and does not say is the patient's; of several such none is.
 */
function readNumber(pid: Hl7Segment | undefined): PatientNumber {
  const fields = (pid?.getField(3)?.toString() ?? '').split('~').filter((cx) => cx !== '');
  const known = fields.flatMap((cx) => readNumberField(cx) ?? readByType(cx) ?? []);
  const best = PERSON_NUMBERS.map((system) => known.find((number) => number.system === system)).find(Boolean);
  const chosen =
    best ?? (fields.length === 1 ? { system: '', value: (fields[0] ?? '').split('^')[0] ?? '' } : undefined);
  if (chosen !== undefined && chosen.value !== '') return { ...chosen, value: unescapeText(chosen.value) };
  throw fields.length === 0
    ? new MessageError('Fältet PID-3 saknas i meddelandet.', '101', 'PID^1^3')
    : new MessageError(
        `PID-3 har ${fields.length} nummer, och inget av dem säger att det är ett personnummer, samordningsnummer eller reservnummer.`,
        '204',
        'PID^1^3',
      );
}

function readByType(cx: string): PatientNumber | undefined {
  const [value = '', , , , type] = cx.split('^');
  if (type !== NATIONAL_TYPE) return undefined;
  const isCoordination = Number(value.slice(6, 8)) > 60;
  const system = PERSON_NUMBERS[isCoordination ? 1 : 0];
  return system === undefined ? undefined : { system, value };
}
