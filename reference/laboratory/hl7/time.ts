import { DateTime } from 'luxon';
import { MessageError } from './message-error.ts';

/** Where times without a zone are meant. */
const SWEDEN = 'Europe/Stockholm';

/** Times of HL7 v2.5, chapter 2.A.22: as precise as they are said, with or without a zone. */
const FORMS = [
  { form: /^\d{4}$/, luxon: 'yyyy', iso: 'yyyy' },
  { form: /^\d{6}$/, luxon: 'yyyyMM', iso: 'yyyy-MM' },
  { form: /^\d{8}$/, luxon: 'yyyyMMdd', iso: 'yyyy-MM-dd' },
  { form: /^\d{10}$/, luxon: 'yyyyMMddHH', iso: undefined },
  { form: /^\d{12}$/, luxon: 'yyyyMMddHHmm', iso: undefined },
  { form: /^\d{14}$/, luxon: 'yyyyMMddHHmmss', iso: undefined },
  { form: /^\d{14}\.\d{1,4}$/, luxon: 'yyyyMMddHHmmss.u', iso: undefined },
] as const;

/** '20261122080000.000+0100': Swedish time with its offset. */
export const timestamp = (at: number | string): string =>
  DateTime.fromJSDate(new Date(at), { zone: SWEDEN }).toFormat('yyyyMMddHHmmss.SSSZZZ');

/** '2026-11-22T07:00:00.000Z'; of a time without hours only '2026-11-22', '2026-11' or '2026'. `field`: 'ORC-9'. */
export function readTime(text: string, field: string): string {
  const [, local = '', offset] = /^([\d.]+?)([+-]\d{4})?$/.exec(text) ?? [];
  const found = FORMS.find(({ form }) => form.test(local));
  const zone = offset === undefined ? SWEDEN : `UTC${offset.slice(0, 3)}:${offset.slice(3)}`;
  const time = found === undefined ? undefined : DateTime.fromFormat(local, found.luxon, { zone });
  // Luxon moves a time that the clock springs over; read back, it is another.
  if (
    found === undefined ||
    time?.isValid !== true ||
    time.toFormat(found.luxon).slice(0, 14) !== local.slice(0, 14)
  ) {
    throw new MessageError(
      `${field} är "${text}", som inte är någon tid; skriv ÅÅÅÅMMDDHHMM, gärna med zon.`,
      '102',
      location(field),
    );
  }
  return found.iso === undefined ? time.toJSDate().toISOString() : time.toFormat(found.iso);
}

/** The same of what must have happened at a moment: a day is not enough. */
export function readMoment(text: string, field: string): string {
  const time = readTime(text, field);
  if (time.includes('T')) return time;
  throw new MessageError(
    `${field} är "${text}", utan klockslag; skriv ÅÅÅÅMMDDHHMM.`,
    '102',
    location(field),
  );
}

const location = (field: string): string => field.replace('-', '^1^');
