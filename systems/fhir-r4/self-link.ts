import { localReference } from './url.ts';

/**
 * What a system says it searched by, held against what it was asked (http://hl7.org/fhir/R4/search.html#conformance):
 * the difference as the end of a sentence, undefined when both mean the same. Order and encoding may differ, dates may be
 * told in another zone and references in another form; how a list is cut and sorted is the system's own.
 * @param asked 'status=arrived&subject=Patient%2F1'
 * @param self an address with a query
 */
export function otherwiseThan(asked: string, self: string): string | undefined {
  const query = self.indexOf('?');
  if (self.endsWith(asked) && query === self.length - asked.length - 1) return undefined;
  const told = query < 0 ? [] : self.slice(query + 1).split('&');
  const parts = asked.split('&');
  // To the letter in many systems, if in an order of their own; under load what follows is dear.
  if (inOrder(parts) === inOrder(told)) return undefined;
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? '';
    const found = told.indexOf(part);
    const same = found < 0 ? told.findIndex((other) => meansTheSame(part, other)) : found;
    if (same >= 0) told.splice(same, 1);
    else if (!part.startsWith('_include=')) return `sökte systemet inte på ${nameOf(part)}`;
  }
  const beside = told.find((part) => part !== '' && !OWN.has(nameOf(part)));
  if (beside === undefined) return undefined;
  return PARTIAL.has(nameOf(beside))
    ? `gav systemet bara delar av det som hittades (${nameOf(beside)})`
    : `sökte systemet snävare än det ombads (på ${nameOf(beside)})`;
}

const inOrder = (parts: readonly string[]): string => [...parts].sort().join('&');

/** How a list is cut, sorted and written; none of them takes anything away from it. */
const OWN = new Set(['_count', '_sort', '_format', '_pretty', '_total', '_offset', '_page', '_include']);
const PARTIAL = new Set(['_summary', '_elements']);

/** 'subject' of 'subject:Patient=1' */
const nameOf = (part: string): string => decoded(part.split('=')[0] ?? '').split(':')[0] ?? '';

function meansTheSame(asked: string, told: string): boolean {
  if (nameOf(asked) !== nameOf(told)) return false;
  const [, modifier] = decoded(told.split('=')[0] ?? '').split(':');
  const meant = valuesOf(told).map((value) => (modifier === undefined ? value : `${modifier}/${value}`));
  const sought = valuesOf(asked);
  return (
    sought.length === meant.length && sought.every((value) => meant.some((other) => sameValue(value, other)))
  );
}

const valuesOf = (part: string): string[] => decoded(part.slice(part.indexOf('=') + 1)).split(',');

function sameValue(one: string, other: string): boolean {
  if (one === other) return true;
  const [asked, told] = [momentOf(one), momentOf(other)];
  if (asked !== undefined || told !== undefined) return asked === told;
  if (one.includes('|') || !one.includes('/')) return false;
  // 'Patient/1' may be told as an address, or as '1' where the parameter knows one type only.
  return localReference(other) === one || one.endsWith(`/${other}`);
}

/** 'ge1764417600000' of 'ge2025-11-29T12:00:00Z' */
function momentOf(value: string): string | undefined {
  const [, prefix, time] = /^([a-z]{2})?(\d{4}-\d\d-\d\dT.+)$/.exec(value) ?? [];
  return time === undefined ? undefined : `${prefix ?? 'eq'}${Date.parse(time)}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return text;
  }
}
