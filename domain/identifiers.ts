import { SYSTEMS } from './codes/systems.ts';
import type { Patient, PersonIdentifier } from './patient.ts';

type Sex = Patient['sex'];

/**
 * Identity numbers of Swedish health care: their forms, their check digits, and which of them can belong to no living
 * person. This is the one place that decides the last.
 *
 * Sources: personnummer and samordningsnummer, 18–18 b §§ folkbokföringslagen (1991:481) as told by Skatteverket;
 * the region's and the national reserve number, Inera, Personuppgiftstjänsten, "Lokala reservidn" and "Nationellt
 * ReservID – specifikation".
 */

/** Serials that Västra Götaland never gives out: its reserve numbers have 06–79, and 80–89 where sex is unknown. */
const isNeverIssuedSerial = (serial: number): boolean => serial <= 5 || serial >= 90;

/**
 * Series of national reserve numbers that are never reached. A series holds 2,205 numbers for one birth date and sex
 * and the next is opened when it is full; fewer than 400 people are born in Sweden in a day.
 */
export const UNREACHED_SERIES = { first: 14, last: 26 } as const;

/** Serial numbers in one series of one birth date and sex: two of 21 letters, and five digits of the right parity. */
export const SERIALS_PER_SERIES = 2205;

/** Published as fictitious by Skatteverket, for use in tests. */
const PUBLISHED_TEST_NUMBERS: ReadonlySet<string> = new Set([
  '189001019802',
  '189001029819',
  '189002029800',
  '191212121212',
  '199001012385',
  '200001052380',
  '200001252386',
  '196109732393',
]);

/** Whether the number is well formed and can belong to no living person. */
export function isSafe(identifier: PersonIdentifier): boolean {
  if (!isWellFormed(identifier)) return false;
  const { system, value } = identifier;
  switch (system) {
    case SYSTEMS.personnummer:
    case SYSTEMS.samordningsnummer:
      return PUBLISHED_TEST_NUMBERS.has(value);
    case SYSTEMS.regionalReserveNumber:
      return isNeverIssuedSerial(Number(value.slice(9, 11)));
    case SYSTEMS.nationalReserveNumber:
      return seriesOf(value) >= UNREACHED_SERIES.first;
    default:
      return false;
  }
}

/** The same of digits that may be a personnummer or samordningsnummer, with century. */
export const isSafePersonnummer = (digits: string): boolean =>
  isSafe({ system: SYSTEMS.personnummer, value: digits });

/** Lets a safe number through. Every generator hands out its numbers through this. */
export function assertSafe(identifier: PersonIdentifier): PersonIdentifier {
  if (isSafe(identifier)) return identifier;
  throw new RangeError(
    `The number ${identifier.value} (${identifier.system}) could belong to a living person.`,
  );
}

/** Whether form, calendar date and check digit agree with what the system's numbers look like. */
export function isWellFormed({ system, value }: PersonIdentifier): boolean {
  const form = FORMS[system];
  if (form === undefined || !form.pattern.test(value)) return false;
  return isCalendarDate(form.birthDate(value)) && value.slice(-1) === form.checkDigit(value.slice(0, -1));
}

/** 12 digits. `birthNumber` is 1–999, odd for men. */
export function personnummer(birthDate: string, birthNumber: number): PersonIdentifier {
  return complete(SYSTEMS.personnummer, compact(birthDate) + padded(birthNumber, 3));
}

/** As a personnummer with 60 added to the day. */
export function coordinationNumber(birthDate: string, birthNumber: number): PersonIdentifier {
  const date = compact(birthDate);
  const day = Number(date.slice(6)) + 60;
  return complete(SYSTEMS.samordningsnummer, date.slice(0, 6) + day + padded(birthNumber, 3));
}

/** Västra Götaland's: ÅÅÅÅMMDD, K or M, a serial of two digits (odd for men) and the check digit. */
export function regionalReserveNumber(birthDate: string, sex: Sex, serial: number): PersonIdentifier {
  return complete(
    SYSTEMS.regionalReserveNumber,
    compact(birthDate) + (sex === 'female' ? 'K' : 'M') + padded(serial, 2),
  );
}

/** The nation's: century + 3 × series (1–26), ÅÅMMDD, two letters, a digit (odd for men) and the check digit. */
export function nationalReserveNumber(
  birthDate: string,
  sex: Sex,
  series: number,
  serial: number,
): PersonIdentifier {
  const date = compact(birthDate);
  const letters = Math.floor(serial / 5);
  const first = RESERVE_LETTERS.charAt(Math.floor(letters / RESERVE_LETTERS.length));
  const second = RESERVE_LETTERS.charAt(letters % RESERVE_LETTERS.length);
  const digit = 2 * (serial % 5) + (sex === 'male' ? 1 : 0);
  return complete(
    SYSTEMS.nationalReserveNumber,
    `${Number(date.slice(0, 2)) + 3 * series}${date.slice(2)}${first}${second}${digit}`,
  );
}

/** ÅÅMMDD-NNNC, with '+' from the year in which the person turns 100, as staff write and say it. */
export function shortForm(value: string, year: number): string {
  const separator = year - Number(value.slice(0, 4)) >= 100 ? '+' : '-';
  return `${value.slice(2, 8)}${separator}${value.slice(8)}`;
}

/** The letters of national reserve numbers: A–Z without those that are taken for digits or for one another. */
const RESERVE_LETTERS = 'ABCDEFGHJKLMNPRSTUXYZ';
/** What the letters of the region's reserve numbers count as in the check digit. */
const REGIONAL_LETTERS: Readonly<Record<string, number>> = { K: 5, M: 7, X: 8 };

interface NumberForm {
  readonly pattern: RegExp;
  /** YYYYMMDD */
  readonly birthDate: (value: string) => string;
  readonly checkDigit: (withoutCheckDigit: string) => string;
}

const FORMS: Readonly<Record<string, NumberForm>> = {
  [SYSTEMS.personnummer]: {
    pattern: /^(18|19|20)\d{6}(?!000)\d{4}$/,
    birthDate: (value) => value.slice(0, 8),
    checkDigit: (digits) => luhnDigit(digits.slice(2), digitOf),
  },
  [SYSTEMS.samordningsnummer]: {
    pattern: /^(18|19|20)\d{4}[6-9]\d\d{4}$/,
    birthDate: (value) => `${Number(value.slice(0, 8)) - 60}`,
    checkDigit: (digits) => luhnDigit(digits.slice(2), digitOf),
  },
  [SYSTEMS.regionalReserveNumber]: {
    pattern: /^(18|19|20)\d{6}(K\d[02468]|M\d[13579]|X\d\d)\d$/,
    birthDate: (value) => value.slice(0, 8),
    checkDigit: (text) => luhnDigit(text, (sign) => REGIONAL_LETTERS[sign] ?? digitOf(sign)),
  },
  [SYSTEMS.nationalReserveNumber]: {
    pattern: /^(2[2-9]|[3-9]\d)\d{6}[A-HJ-NPR-UX-Z]{2}\d\d$/,
    birthDate: (value) => `${Number(value.slice(0, 2)) - 3 * seriesOf(value)}${value.slice(2, 8)}`,
    checkDigit: (text) => luhnDigit(text, (sign) => (sign <= '9' ? digitOf(sign) : sign.charCodeAt(0))),
  },
};

/** Series n adds 3n to the century, so that 18, 19 and 20 stay apart. */
const seriesOf = (nationalReserveNumber: string): number =>
  Math.floor((Number(nationalReserveNumber.slice(0, 2)) - 18) / 3);

function complete(system: string, withoutCheckDigit: string): PersonIdentifier {
  const form = FORMS[system];
  const identifier = { system, value: withoutCheckDigit + (form?.checkDigit(withoutCheckDigit) ?? '') };
  if (!isWellFormed(identifier)) throw new RangeError(`${identifier.value} is no number of ${system}.`);
  return identifier;
}

/** The modulus-10 method: weights 2 and 1 from the right, the digits of the products are added. */
function luhnDigit(text: string, worth: (sign: string) => number): string {
  let sum = 0;
  for (let place = text.length - 1, weight = 2; place >= 0; place--, weight = 3 - weight)
    sum += digitSum(weight * worth(text.charAt(place)));
  return `${(10 - (sum % 10)) % 10}`;
}

function digitSum(value: number): number {
  let sum = 0;
  for (let left = value; left > 0; left = Math.floor(left / 10)) sum += left % 10;
  return sum;
}

const digitOf = (sign: string): number => sign.charCodeAt(0) - '0'.charCodeAt(0);

const padded = (value: number, width: number): string => `${value}`.padStart(width, '0');

const compact = (isoDate: string): string => isoDate.replaceAll('-', '');

function isCalendarDate(compactDate: string): boolean {
  if (CALENDAR_DATES.has(compactDate)) return true;
  const date = `${compactDate.slice(0, 4)}-${compactDate.slice(4, 6)}-${compactDate.slice(6)}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
  if (exists) CALENDAR_DATES.add(compactDate);
  return exists;
}

/** Those that were found to exist: of all people ever born on some 100,000 days, each is parsed once. */
const CALENDAR_DATES = new Set<string>();
