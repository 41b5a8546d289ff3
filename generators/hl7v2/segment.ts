import { dateOf, instantText } from '../fhir/time.ts';
import type { Minute } from '../history/calendar.ts';

/** HL7 v2.5, chapter 2: what delimits must be escaped where it is meant as text, and a line break is a command. */
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\E\\',
  '|': '\\F\\',
  '^': '\\S\\',
  '&': '\\T\\',
  '~': '\\R\\',
  '\n': '\\.br\\',
  '\r': '',
};

export const escaped = (text: string): string =>
  text.replace(/[\\|^&~\r\n]/g, (sign) => ESCAPES[sign] ?? sign);

/** A segment from its fields, by number; those not given are empty. Texts must be escaped already. */
export function segment(name: string, fields: Readonly<Record<number, string | undefined>>): string {
  const last = Math.max(...Object.keys(fields).map(Number));
  const values = Array.from({ length: last }, (_, place) => fields[place + 1] ?? '');
  return `${[name, ...values].join('|').replace(/\|+$/, '')}\r`;
}

/** Components of a field, escaped. */
export const components = (...parts: readonly string[]): string =>
  parts.map(escaped).join('^').replace(/\^+$/, '');

/** 'YYYYMMDDHHMMSS+ZZZZ', with Sweden's offset. */
export const timestamp = (minute: Minute): string =>
  instantText(minute)
    .replace(/[-:T]/g, '')
    .replace(/\+?(\d{4})$/, '+$1');

export const date = (minute: Minute): string => dateOf(minute).replaceAll('-', '');
