import type { Thing } from './operator.ts';

/**
 * Values by the way to them, `component.valueQuantity.value`. A list on the way stands for each of its members. The text
 * of an attachment is met as text, not as base64.
 */
export function valuesAt(thing: unknown, field: string): unknown[] {
  return valuesBy(thing, field.split('.'));
}

function valuesBy(value: unknown, [key, ...rest]: readonly string[]): unknown[] {
  if (Array.isArray(value))
    return value.flatMap((each) => valuesBy(each, key === undefined ? [] : [key, ...rest]));
  if (key === undefined) return value === undefined ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  const found = Reflect.get(value, key);
  return rest.length === 0 && isText(value, key) ? [decoded(String(found))] : valuesBy(found, rest);
}

/**
 * A copy with the values there changed; the same thing when none was there, or none changed. A member of a list that
 * becomes undefined is gone from it, and a list without members is gone too.
 */
export function changedAt<T extends Thing>(thing: T, field: string, change: (value: unknown) => unknown): T {
  return changedBy(thing, field.split('.'), change) as T;
}

function changedBy(value: unknown, path: readonly string[], change: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map((each) => changedBy(each, path, change));
    if (items.every((item, index) => item === value[index])) return value;
    const left = items.filter((item) => item !== undefined);
    return left.length === 0 ? undefined : left;
  }
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  if (typeof value !== 'object' || value === null) return value;
  const before: unknown = Reflect.get(value, key);
  if (before === undefined && rest.length > 0) return value;
  const after =
    rest.length === 0 && isText(value, key)
      ? encoded(String(change(decoded(String(before)))))
      : changedBy(before, rest, change);
  return after === before ? value : { ...value, [key]: after };
}

const isText = (holder: object, key: string): boolean =>
  key === 'data' && String(Reflect.get(holder, 'contentType') ?? '').startsWith('text/');

const decoded = (data: string): string => Buffer.from(data, 'base64').toString('utf8');
const encoded = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
