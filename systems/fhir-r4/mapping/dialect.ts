import type { CapabilityStatement, Resource, ResourceType } from '@medplum/fhirtypes';
import type { ActivityKind } from '../../../domain/activity.ts';
import type { Account } from '../../driver/account.ts';
import { EVERY, type Mapping, type SearchRules } from '../../mapping.ts';
import { elementOf } from '../asked.ts';
import type { FhirClient } from '../client.ts';
import type { Exchange } from '../exchange.ts';
import type { Needs } from '../handler.ts';
import type { Query } from '../url.ts';
import type { Writing } from '../writing.ts';
import { checkParameters } from './check-parameters.ts';
import { type ElementRules, elementRules } from './element-rules.ts';
import { MappedClient } from './mapped-client.ts';
import { type SaidSearch, saidParameters, saidSearch } from './search-rules.ts';
import { type WordsBothWays, wordsOf } from './words.ts';

/** How one kind of activity is said in a system's own FHIR, and how what the system says is heard. */
export interface Dialect {
  readonly words: WordsBothWays;
  readonly conditionalCreate: boolean;
  /** Into the system's words; the resource is the caller's own, and changed. */
  said<R extends Resource>(resource: R): R;
  /** Into the areas' words; the resource is the caller's own, and changed. */
  heard<R extends Resource>(resource: R): R;
  search(type: ResourceType, query: Query, patient: string | undefined): SaidSearch;
  /** What the activity asks of the system, in its words. */
  needs(needs: Needs): Needs;
  /** FHIR as an area says it, by one person about one patient. */
  client(exchange: Exchange, account: Account, patient: string | undefined, writing: Writing): FhirClient;
}

export interface Dialects {
  /** The dialect of a kind of activity; of none in particular it is what all have in common. */
  of(kind?: ActivityKind): Dialect;
  /** @throws InputError when a rule searches by what the system does not say that it can be searched by */
  check(statement: CapabilityStatement): void;
}

export function dialectsOf(mapping: Mapping): Dialects {
  const words = wordsOf(mapping);
  const kinds = Object.keys(mapping.activities ?? {});
  // What a step finds may have been written by a step of any other kind.
  const back = rulesOf(mapping, words, kinds);
  const dialects = new Map<string, Dialect>();
  return {
    of(kind = EVERY) {
      const known = dialects.get(kind);
      if (known !== undefined) return known;
      const dialect = dialectOf(mapping, words, kind, back);
      dialects.set(kind, dialect);
      return dialect;
    },
    check: (statement) => checkParameters(mapping, statement),
  };
}

type RulesOfType = (type: ResourceType) => readonly ElementRules[];

/** The rules that these kinds have for a type of resource, first to last. */
function rulesOf({ activities = {} }: Mapping, words: WordsBothWays, kinds: readonly string[]): RulesOfType {
  const byType = new Map<string, ElementRules[]>();
  for (const kind of kinds) {
    for (const [type, rules] of Object.entries(activities[kind]?.write ?? {})) {
      byType.set(type, [...(byType.get(type) ?? []), elementRules(rules, words.back)]);
    }
  }
  return (type) => byType.get(type) ?? [];
}

function dialectOf(mapping: Mapping, words: WordsBothWays, kind: string, back: RulesOfType): Dialect {
  const { activities = {}, conditionalCreate = true } = mapping;
  const out = rulesOf(mapping, words, [...new Set([EVERY, kind])]);
  const replaced = replacedIn(mapping);
  const searches = (type: ResourceType): SearchRules =>
    activities[kind]?.search?.[type] ?? activities[EVERY]?.search?.[type] ?? {};
  const dialect: Dialect = {
    words,
    conditionalCreate,
    said(resource) {
      for (const rules of out(resource.resourceType)) rules.out(resource);
      words.out.resource(resource);
      return resource;
    },
    heard(resource) {
      words.back.resource(resource);
      for (const rules of back(resource.resourceType).toReversed()) rules.back(resource);
      return resource;
    },
    search: (type, query, patient) =>
      saidSearch(
        searches(type),
        (parameter, value) =>
          (replaced(type, parameter, value) ?? [value]).map((each) => words.out.value(each)),
        query,
        patient === undefined ? undefined : words.out.reference(patient),
      ),
    needs: ({ interactions, searches: asked, ...rest }) => ({
      ...rest,
      interactions: interactions?.map(([code, type]) => [code, words.out.type(type)] as const),
      searches: asked?.map(
        ([type, ...names]) => [words.out.type(type), ...saidParameters(searches(type), names)] as const,
      ),
    }),
    client: (exchange, account, patient, writing) =>
      new MappedClient(exchange, account, patient, writing, dialect),
  };
  return dialect;
}

/**
 * What a value that is searched for was replaced by: one word for each kind of activity that writes another. Undefined
 * when none does.
 */
function replacedIn({ activities = {} }: Mapping) {
  const rules = Object.values(activities).flatMap(({ write = {} }) => Object.entries(write));
  return (type: ResourceType, parameter: string, value: string): readonly string[] | undefined => {
    const element = elementOf(parameter);
    const written = rules
      .filter(([each]) => each === type)
      .flatMap(([, { replace = [] }]) => replace)
      .filter(({ path, from }) => path === element && from === value)
      .map(({ to }) => String(to));
    return written.length === 0 ? undefined : [...new Set(written)];
  };
}
