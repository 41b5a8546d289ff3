import { named } from '../engine.ts';

/** One step of a path: an element, all of a list (`*`), or one of it by its place. */
interface Step {
  readonly name: string;
  readonly of?: '*' | number;
}

/** 'code.coding[0].code' step by step. */
const stepsOf = (path: string): readonly Step[] =>
  path.split('.').map((part) => {
    const [, name = part, place] = /^([A-Za-z]+)(?:\[(\d+|\*)\])?$/.exec(part) ?? [];
    return place === undefined ? { name } : { name, of: place === '*' ? '*' : Number(place) };
  });

/** The element of a resource that a path begins with. */
export const elementOf = (path: string): string => stepsOf(path)[0]?.name ?? path;

interface Shape {
  isList: boolean;
  readonly below: Map<string, Shape>;
}

/** What the engine is to read of each element, as its types: only what the paths lead to, and each value as its text. */
export function typesOf(paths: readonly string[]): ReadonlyMap<string, string> {
  const root: Shape = { isList: false, below: new Map() };
  for (const path of paths) {
    let shape = root;
    for (const { name, of } of stepsOf(path)) {
      const known = shape.below.get(name) ?? { isList: false, below: new Map() };
      known.isList ||= of !== undefined;
      shape.below.set(name, known);
      shape = known;
    }
  }
  return new Map([...root.below].map(([name, shape]) => [name, typeOf(shape)]));
}

function typeOf({ isList, below }: Shape): string {
  const inner = [...below].map(([name, shape]) => `${named(name)} ${typeOf(shape)}`);
  const type = inner.length === 0 ? 'VARCHAR' : `STRUCT(${inner.join(', ')})`;
  return isList ? `${type}[]` : type;
}

/** The value at a path, as text; of a list, all values in one order. */
export function valueAt(path: string): string {
  const steps = stepsOf(path);
  const found = within('', steps, 0);
  return steps.some(({ of }) => of === '*') ? `together(${found})` : found;
}

function within(holder: string, [step, ...rest]: readonly Step[], depth: number): string {
  if (step === undefined) return holder;
  const { name, of } = step;
  const here = holder === '' ? `(${named(name)})` : `${holder}.${named(name)}`;
  if (of === undefined) return within(here, rest, depth);
  if (of !== '*') return within(`${here}[${of + 1}]`, rest, depth);
  if (rest.length === 0) return here;
  const each = `x${depth}`;
  const inner = `list_transform(${here}, lambda ${each}: ${within(each, rest, depth + 1)})`;
  return rest.some((one) => one.of === '*') ? `flatten(${inner})` : inner;
}
