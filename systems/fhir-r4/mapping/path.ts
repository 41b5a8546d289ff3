/** The way to an element of a resource: names and places in lists. */
export type ElementPath = readonly (string | number)[];

/** Of 'code.coding[0].display'. */
export const pathOf = (text: string): ElementPath =>
  text
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

export function at(resource: object, path: ElementPath): unknown {
  let value: unknown = resource;
  for (const step of path) {
    if (!isNode(value)) return undefined;
    value = value[step];
  }
  return value;
}

/** Writes a value; lists and groups on the way are made where they are not. */
export function put(resource: object, path: ElementPath, value: unknown): void {
  let node = resource as Node;
  path.forEach((step, index) => {
    if (index === path.length - 1) node[step] = value;
    else {
      node[step] ??= typeof path[index + 1] === 'number' ? [] : {};
      node = node[step] as Node;
    }
  });
}

/** As `put`, but what stands at that place in a list moves one step on. */
export function insert(resource: object, path: ElementPath, value: unknown): void {
  const last = path.at(-1);
  const list = at(resource, path.slice(0, -1));
  if (typeof last === 'number' && Array.isArray(list)) list.splice(last, 0, value);
  else put(resource, path, value);
}

/** Takes an element away, and what is empty without it: FHIR knows no empty list or group. */
export function take(resource: object, path: ElementPath): unknown {
  const value = at(resource, path);
  if (value !== undefined) clear(resource, path);
  return value;
}

function clear(resource: object, path: ElementPath): void {
  const above = path.slice(0, -1);
  const last = path.at(-1);
  const parent = at(resource, above);
  if (!isNode(parent) || last === undefined) return;
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  if (above.length > 0 && Object.keys(parent).length === 0) clear(resource, above);
}

/** Whether all that is ours stands in what is told; a system may have written more. */
export function holds(told: unknown, ours: unknown): boolean {
  if (!isNode(ours)) return told === ours;
  return isNode(told) && Object.keys(ours).every((key) => holds(told[key], ours[key]));
}

type Node = Record<string | number, unknown>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
