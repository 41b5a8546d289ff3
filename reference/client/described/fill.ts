import type { Template, Way } from './description.ts';

/** What the places of a template stand for. */
export type Scope = Readonly<Record<string, unknown>>;

/** A template with its places filled; what has no value is left out. */
export function filled(template: Template, scope: Scope): unknown {
  if (typeof template === 'string') {
    const whole = /^\{([\w.]+)\}$/.exec(template)?.[1];
    return whole === undefined ? filledText(template, scope) : valueAt(scope, whole);
  }
  if (Array.isArray(template))
    return template.map((each: Template) => filled(each, scope)).filter((each) => each !== undefined);
  if (typeof template !== 'object') return template;
  const entries = Object.entries(template).map(([name, value]) => [name, filled(value, scope)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** A text with its places filled; `encode` says how, as in an address. */
export const filledText = (
  text: string,
  scope: Scope,
  encode: (value: string) => string = (value) => value,
): string => text.replace(/\{(\w+)\}/g, (_, name: string) => encode(String(scope[name] ?? '')));

/** What stands at the end of a way. */
export function valueAt(record: unknown, way: Way): unknown {
  return way.split('.').reduce<unknown>((value, name) => {
    const [one] = Array.isArray(value) && !/^\d+$/.test(name) ? value : [value];
    return (one as Record<string, unknown> | undefined)?.[name];
  }, record);
}
