import type { Resource } from '@medplum/fhirtypes';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadProfile } from '../../load-profile.ts';
import type { Mapping, WriteRules } from '../../mapping.ts';
import { realWrites } from '../../testing/real-writes.ts';
import { dialectsOf } from './dialect.ts';

/** What an area writes, said in a system's words and heard again, is what it was: over all that the areas write. */
let writes: readonly Resource[];
beforeAll(async () => {
  writes = distinct(await realWrites());
});

/** One of each shape: what differs in numbers and names only is said alike. */
function distinct(resources: readonly Resource[]): readonly Resource[] {
  return [
    ...new Map(
      resources.map((each) => [`${each.resourceType} ${leavesOf(each).map(([path]) => path)}`, each]),
    ).values(),
  ];
}

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value));

const turned = (mapping: Mapping, resource: Resource): { said: Resource; heard: Resource } => {
  const dialect = dialectsOf(mapping).of('kind');
  const said = dialect.said(copy(resource));
  return { said, heard: dialect.heard(copy(said)) };
};

const written = (resource: Resource, rules: WriteRules): Mapping => ({
  activities: { kind: { write: { [resource.resourceType]: rules } } },
});

/** Every text, number and yes or no in a resource, with the way to it as a rule has it. */
function leavesOf(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, each]) => {
    const step = Array.isArray(value) ? `[${key}]` : path === '' ? key : `.${key}`;
    return leavesOf(each, `${path}${step}`);
  });
}

/** Elements that a rule can be about: what FHIR itself goes by is not the areas' to say. */
const elementsOf = (resource: Resource): [string, unknown][] =>
  leavesOf(resource).filter(([path]) => path !== 'resourceType' && path !== 'id' && !/^meta/.test(path));

const expectUnchanged = (mappingOf: (path: string, value: unknown) => WriteRules): void => {
  let tried = 0;
  for (const resource of writes) {
    for (const [path, value] of elementsOf(resource)) {
      const { said, heard } = turned(written(resource, mappingOf(path, value)), resource);
      expect(said, path).not.toEqual(resource);
      expect(heard, path).toEqual(resource);
      tried += 1;
    }
  }
  expect(tried).toBeGreaterThan(200);
};

describe('what the areas write, said otherwise and heard again, is unchanged', () => {
  it('has every kind of resource to try with', () => {
    expect(new Set(writes.map(({ resourceType }) => resourceType)).size).toBeGreaterThan(10);
  });

  it('where any one value is another', () => {
    expectUnchanged((path, from) => ({ replace: [{ path, from, to: `${from}-there` }] }));
  });

  it('where any one element stands elsewhere', () => {
    expectUnchanged((path) => ({ move: [{ from: path, to: 'there[0].element' }] }));
  });

  it('where something is added that no area writes', () => {
    expectUnchanged(() => ({ set: [{ path: 'there[0].element', value: { code: 'x' } }] }));
  });

  it('where every code, system and type has another name at once', () => {
    const words = writes.flatMap((resource) => codingsIn(resource));
    const [renamed, coded] = [words.filter((_, at) => at % 2 === 0), words.filter((_, at) => at % 2 === 1)];
    const mapping: Mapping = {
      systems: Object.fromEntries(renamed.map(({ system }) => [system, `${system}/there`])),
      codes: [...new Set(coded.map(({ system, code }) => `${system}|${code}`))].map((from) => ({
        from,
        to: `urn:there|${from.replace('|', '-')}`,
      })),
      resources: { Specimen: 'SupplyDelivery', ServiceRequest: 'NutritionOrder' },
    };
    const changed = writes.filter((resource) => {
      const { said, heard } = turned(mapping, resource);
      expect(heard).toEqual(resource);
      return JSON.stringify(said) !== JSON.stringify(resource);
    });
    expect(changed.length).toBeGreaterThan(writes.length / 2);
  });

  it('as Millennium is told it', () => {
    const { mapping = {} } = loadProfile('millennium');
    for (const resource of writes) expect(turned(mapping, resource).heard).toEqual(resource);
  });
});

describe('what cannot be turned back is not seen', () => {
  it('where an element is not written', () => {
    const [resource] = writes.filter(({ resourceType }) => resourceType === 'ServiceRequest');
    if (resource === undefined) throw new Error('No order was written.');
    const { heard } = turned(written(resource, { remove: ['category'] }), resource);
    expect(heard).toEqual({ ...resource, category: undefined });
  });

  it('where something is written in place of what the area wrote', () => {
    const [resource] = writes.filter(({ resourceType }) => resourceType === 'ServiceRequest');
    if (resource === undefined) throw new Error('No order was written.');
    const { said, heard } = turned(written(resource, { set: [{ path: 'intent', value: 'plan' }] }), resource);
    expect(said).toMatchObject({ intent: 'plan' });
    expect(heard).toEqual({ ...resource, intent: undefined });
  });
});

interface Word {
  readonly system: string;
  readonly code: string;
}

function codingsIn(value: unknown): Word[] {
  if (typeof value !== 'object' || value === null) return [];
  const { system, code } = value as Partial<Word>;
  return [
    ...(typeof system === 'string' && typeof code === 'string' ? [{ system, code }] : []),
    ...Object.values(value).flatMap(codingsIn),
  ];
}
