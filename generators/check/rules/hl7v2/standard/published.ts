import { createRequire } from 'node:module';

/**
 * HL7 v2.5 as published: message structures, segments, data types and HL7's tables, as the package hl7-dictionary
 * carries them.
 */

/** A segment, or a group of them, of a message structure. */
export interface Element {
  /** Of a choice between segments, all of them: 'OBR,RQD'. */
  readonly name: string;
  readonly min: 0 | 1;
  /** 0: any number of times. */
  readonly max: 0 | 1;
  /** Of a group. */
  readonly children?: readonly Element[];
}

/** A field of a segment, or a component of a data type. */
export interface Slot {
  readonly datatype: string;
  readonly desc: string;
  /** 1 optional, 2 required, 3 required in circumstances that no table can tell. */
  readonly opt: 1 | 2 | 3;
  /** 0: any number of times. */
  readonly rep: 0 | 1;
  readonly len: number;
  readonly table?: number;
}

interface Published {
  readonly messages: Readonly<
    Record<string, { readonly segments: { readonly segments: readonly Element[] } }>
  >;
  readonly segments: Readonly<Record<string, { readonly fields: readonly Slot[] }>>;
  readonly fields: Readonly<Record<string, { readonly subfields: readonly Slot[] }>>;
}

const require = createRequire(import.meta.url);
const { messages, segments, fields }: Published = require('hl7-dictionary/lib/2.5');
const tables: Readonly<Record<string, { readonly values: Readonly<Record<string, string>> }>> =
  require('hl7-dictionary/lib/tables.js');

export const structureNamed = (name: string): readonly Element[] | undefined =>
  messages[name]?.segments.segments;

export const fieldsOf = (segment: string): readonly Slot[] | undefined => segments[segment]?.fields;

/** The components of a data type; none of a primitive one. */
export const componentsOf = (datatype: string): readonly Slot[] => fields[datatype]?.subfields ?? [];

/** HL7 table 0354: the events that a structure is sent for; undefined where it does not say. */
export function eventsOf(structure: string): ReadonlySet<string> | undefined {
  const events = tables['354']?.values[structure];
  return events === undefined || events === 'Varies' ? undefined : new Set(events.split(/[,.]\s*/));
}

/** Codes that tables describe by their form. Source: HL7 tables 0203, 0335 and 0396. */
const PATTERNS: Readonly<Record<number, RegExp>> = {
  203: /^NN[A-Z]{3}$/,
  335: /^(Q\d+[DHJLMSW]|\d+ID)$/,
  396: /^(L|99[A-Z0-9]{3}|HL7\d{4}|ISO\d{4})$/,
};

/** Whether a code stands in HL7's table; true of a table whose codes are not published. */
export function isInTable(table: number, code: string): boolean {
  const values = tables[table]?.values;
  if (values === undefined || Object.keys(values).length === 0) return true;
  return Object.hasOwn(values, code) || PATTERNS[table]?.test(code) === true;
}
