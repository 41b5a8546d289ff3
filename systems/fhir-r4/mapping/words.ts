import type { Resource, ResourceType } from '@medplum/fhirtypes';
import type { Mapping } from '../../mapping.ts';
import { localReference } from '../url.ts';

/** What is called something else wherever it stands: codes, their systems, types of resources. */
export interface Words {
  /** Renames a resource and all that stands in it, which is the caller's own. */
  resource(resource: Resource): void;
  /** Renames all that stands in a value, which is the caller's own. */
  within(value: unknown): void;
  /** 'system|code' or 'Type/id' as a search has them. */
  value(value: string): string;
  reference(reference: string): string;
  type<T extends ResourceType>(type: T): T;
}

export interface WordsBothWays {
  readonly out: Words;
  readonly back: Words;
}

export function wordsOf({ systems = {}, resources = {}, codes = [] }: Mapping): WordsBothWays {
  const both = (pairs: readonly (readonly [string, string])[]) => ({
    out: new Map(pairs),
    back: new Map(pairs.map(([from, to]) => [to, from])),
  });
  const [system, type, code] = [
    both(Object.entries(systems)),
    both(Object.entries(resources) as [string, string][]),
    both(codes.map(({ from, to }) => [from, to])),
  ];
  return {
    out: wordsIn({ system: system.out, type: type.out, code: code.out }),
    back: wordsIn({ system: system.back, type: type.back, code: code.back }),
  };
}

interface Tables {
  readonly system: ReadonlyMap<string, string>;
  readonly type: ReadonlyMap<string, string>;
  readonly code: ReadonlyMap<string, string>;
}

function wordsIn(tables: Tables): Words {
  // The type is one of FHIR's, as the profile was held against them.
  const type = <T extends ResourceType>(each: T): T => (tables.type.get(each) ?? each) as T;

  function reference(text: string): string {
    const local = localReference(text);
    const named = tables.type.get(local.slice(0, local.indexOf('/')));
    return named === undefined ? text : `${named}${local.slice(local.indexOf('/'))}`;
  }

  function token(system: string, code: string): readonly [string, string] {
    const other = tables.code.get(`${system}|${code}`);
    if (other === undefined) return [tables.system.get(system) ?? system, code];
    return [other.slice(0, other.indexOf('|')), other.slice(other.indexOf('|') + 1)];
  }

  function within(value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    const node = value as Record<string, unknown>;
    const { system, code, reference: told } = node;
    if (typeof told === 'string') node.reference = reference(told);
    if (typeof system === 'string') {
      if (typeof code === 'string') [node.system, node.code] = token(system, code);
      else node.system = tables.system.get(system) ?? system;
    }
    for (const each of Object.values(node)) within(each);
  }

  return {
    resource(resource) {
      within(resource);
      Reflect.set(resource, 'resourceType', type(resource.resourceType));
    },
    within,
    value(value) {
      const [system = '', code] = value.split('|');
      return code === undefined ? reference(value) : token(system, code).join('|');
    },
    reference,
    type,
  };
}
