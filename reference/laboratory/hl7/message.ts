import { randomBytes } from 'node:crypto';
import { Hl7Message, Hl7Segment } from '@medplum/core';
import { escapeText, unescapeText } from './escape.ts';
import { MessageError } from './message-error.ts';
import { timestamp } from './time.ts';

/** Who sends and receives: MSH-3 to MSH-6, the facilities as HSA-ids. */
export interface Route {
  readonly from: { readonly application: string; readonly facility: string };
  readonly to: { readonly application: string; readonly facility: string };
}

/** What every message begins with. */
export interface Envelope extends Route {
  /** MSH-10; the same when a message is sent again. */
  readonly controlId: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** MSH-12; 2.5 where nothing is said. */
  readonly version?: '2.5' | '2.6';
  /** MSH-21, as a field: whose rules the message follows beside HL7's. */
  readonly profile?: string;
}

/** MSH-10 of a new message: as long as v2.5 lets it be. */
export const newControlId = (): string => randomBytes(10).toString('hex');

/** One component of a field: a piece of text, or nothing. */
export type Component = string | undefined;

/** A field of components, escaped. */
export const field = (...components: readonly Component[]): string =>
  components
    .map((component) => escapeText(component ?? ''))
    .join('^')
    .replace(/\^+$/, '');

/** A segment whose fields are already escaped; `fields` maps the field's number to it. */
export function segment(name: string, fields: Readonly<Record<number, string>>): Hl7Segment {
  const last = Math.max(0, ...Object.keys(fields).map(Number));
  return new Hl7Segment([name, ...Array.from({ length: last }, (_, index) => fields[index + 1] ?? '')]);
}

/** A message of HL7 v2 in UTF-8. `type` is MSH-9: 'ORU^R01^ORU_R01'. */
export function compose(type: string, envelope: Envelope, segments: readonly Hl7Segment[]): Hl7Message {
  const { from, to, controlId, at, version = '2.5', profile } = envelope;
  const header = new Hl7Segment([
    'MSH',
    '^~\\&',
    field(from.application),
    field(from.facility),
    field(to.application),
    field(to.facility),
    timestamp(at),
    '',
    type,
    field(controlId),
    'T',
    version,
    ...Array.from({ length: 5 }, () => ''),
    'UNICODE UTF-8',
    ...(profile === undefined ? [] : ['', '', profile]),
  ]);
  return new Hl7Message([header, ...segments]);
}

export const typeOf = (message: Hl7Message): string =>
  `${message.header.getComponent(9, 1)}^${message.header.getComponent(9, 2)}`;

/** One component of a segment, unescaped; '' where there is none. */
export const textOf = (segment: Hl7Segment | undefined, fieldNumber: number, component = 1): string =>
  unescapeText(segment?.getComponent(fieldNumber, component) ?? '');

/** The same of the first segment with this name. */
export const textAt = (message: Hl7Message, name: string, fieldNumber: number, component = 1): string =>
  textOf(message.getSegment(name), fieldNumber, component);

/** What the message cannot do without. */
export function requiredOf(segment: Hl7Segment, fieldNumber: number, component = 1): string {
  const text = textOf(segment, fieldNumber, component);
  if (text !== '') return text;
  const { name } = segment;
  throw new MessageError(
    `Fältet ${name}-${fieldNumber} saknas i meddelandet.`,
    '101',
    `${name}^1^${fieldNumber}`,
  );
}
