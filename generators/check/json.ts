import type { Json, JsonObject } from './rule.ts';

/** Looks into JSON that may hold anything; what is not there is undefined. */
export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function at(value: Json | undefined, ...way: readonly (string | number)[]): Json | undefined {
  let found = value;
  for (const step of way) {
    if (typeof step === 'number') found = Array.isArray(found) ? (found as readonly Json[])[step] : undefined;
    else found = isObject(found) ? found[step] : undefined;
  }
  return found;
}

export function textAt(value: Json | undefined, ...way: readonly (string | number)[]): string | undefined {
  const found = at(value, ...way);
  return typeof found === 'string' ? found : undefined;
}

export function numberAt(value: Json | undefined, ...way: readonly (string | number)[]): number | undefined {
  const found = at(value, ...way);
  return typeof found === 'number' ? found : undefined;
}

export function listAt(value: Json | undefined, ...way: readonly (string | number)[]): readonly Json[] {
  const found = at(value, ...way);
  return Array.isArray(found) ? (found as readonly Json[]) : [];
}

/** The code of a CodeableConcept in a code system. */
export function codeOf(concept: Json | undefined, system: string): string | undefined {
  const codings = isObject(concept) ? concept.coding : undefined;
  if (!Array.isArray(codings)) return undefined;
  for (const coding of codings as readonly Json[]) {
    if (isObject(coding) && coding.system === system) {
      return typeof coding.code === 'string' ? coding.code : undefined;
    }
  }
  return undefined;
}
