import {
  badRequest,
  type Filter,
  OperationOutcomeError,
  Operator,
  parseSearchRequest,
  type SearchRequest,
  splitSearchOnComma,
} from '@medplum/core';
import type { SearchParameter } from '@medplum/fhirtypes';
import { type Catalogue, IDENTIFIER_SUFFIX } from '../fhir/catalogue.ts';
import { datePredicate, momentsOf } from './filters/date.ts';
import { join, type Sql, sql, unsupported, type ValuePredicate } from './filters/predicate.ts';
import { numberPredicate, quantityPredicate } from './filters/quantity.ts';
import { comparedRange } from './filters/range.ts';
import { referencePredicate } from './filters/reference.ts';
import { stringPredicate } from './filters/string.ts';
import { tokenPredicate } from './filters/token.ts';
import { uriPredicate } from './filters/uri.ts';

const PREDICATES: Readonly<Record<string, ValuePredicate>> = {
  token: tokenPredicate,
  reference: referencePredicate,
  string: stringPredicate,
  uri: uriPredicate,
  date: datePredicate,
  quantity: quantityPredicate,
  number: numberPredicate,
};

/** One search filter as SQL on a row `r` of resource. */
export interface Condition {
  /** Holds or does not hold for `r`. */
  readonly holds: Sql;
  /** The keys of all that it holds for, where the index can list them. */
  readonly keys?: Sql;
}

/** The filters of a search, as SQL. */
export function conditionsOf(
  request: SearchRequest,
  catalogue: Catalogue,
  parameterId: (type: string, code: string) => number,
): Condition[] {
  const context = { catalogue, parameterId };
  return (request.filters ?? []).map((filter) => conditionOf(request.resourceType, filter, context));
}

interface Context {
  readonly catalogue: Catalogue;
  readonly parameterId: (type: string, code: string) => number;
}

function conditionOf(type: string, filter: Filter, context: Context): Condition {
  if (filter.code.startsWith('_has:')) return reverseChained(type, filter, context);
  if (filter.code.includes('.')) return chained(type, filter, context);
  if (filter.code === '_id') return { holds: negatedIf(filter, isOneOf(splitSearchOnComma(filter.value))) };
  if (filter.code === '_lastUpdated') return { holds: updatedWithin(filter) };
  return indexed(type, filter, context);
}

function indexed(type: string, filter: Filter, context: Context): Condition {
  const parameter = parameterOf(type, filter.code, context.catalogue);
  const logical = filter.operator === Operator.IDENTIFIER;
  const id = context.parameterId(type, logical ? filter.code + IDENTIFIER_SUFFIX : filter.code);
  if (filter.operator === Operator.MISSING) {
    return { holds: filter.value === 'true' ? negated(anyValue(id)) : anyValue(id) };
  }
  const predicate = logical ? tokenPredicate : PREDICATES[parameter.type];
  if (predicate === undefined) throw unsupported(filter);
  const asked = logical ? { ...filter, operator: Operator.EQUALS } : filter;
  const matches = join(
    splitSearchOnComma(asked.value).map((value) => parenthesised(predicate(value, asked, parameter))),
    'OR',
  );
  if (filter.operator === Operator.NOT) return { holds: negated(anyValue(id, matches)) };
  return { holds: anyValue(id, matches), keys: keysWith(id, matches) };
}

/** `subject:Patient.identifier=…`: what the reference points to is like this. */
function chained(type: string, filter: Filter, context: Context): Condition {
  const dot = filter.code.indexOf('.');
  const [code = '', named] = filter.code.slice(0, dot).split(':');
  const parameter = parameterOf(type, code, context.catalogue);
  const targets = named === undefined ? (parameter.target ?? []) : [named];
  const kept = targets.filter((target) => context.catalogue.isKept(target));
  if (kept.length !== 1) {
    throw new OperationOutcomeError(
      badRequest(`"${filter.code}" must say one type, as in ${code}:Patient.${filter.code.slice(dot + 1)}.`),
    );
  }
  const [target = ''] = kept;
  const inner = matchingIds(
    target,
    `${filter.code.slice(dot + 1)}=${encodeURIComponent(filter.value)}`,
    context,
  );
  const matches = { text: `v.value IN (${inner.text})`, values: inner.values };
  const id = context.parameterId(type, code);
  return { holds: anyValue(id, matches), keys: keysWith(id, matches) };
}

/** `_has:Task:patient:owner=…`: something of that type that is like this points here. */
function reverseChained(type: string, filter: Filter, context: Context): Condition {
  const [, from = '', code = '', ...rest] = filter.code.split(':');
  parameterOf(from, code, context.catalogue);
  const request = parseSearchRequest(`${from}?${rest.join(':')}=${encodeURIComponent(filter.value)}`);
  const inner = selectedKeys(request, context);
  return {
    holds: {
      text: `? || r.id IN (SELECT v.value FROM search_value v WHERE v.parameter = ? AND v.key IN (${inner.text}))`,
      values: [`${type}/`, context.parameterId(from, code), ...inner.values],
    },
  };
}

function matchingIds(type: string, query: string, context: Context): Sql {
  const keys = selectedKeys(parseSearchRequest(`${type}?${query}`), context);
  return {
    text: `SELECT r.type || '/' || r.id FROM resource r WHERE r.key IN (${keys.text})`,
    values: keys.values,
  };
}

function selectedKeys(request: SearchRequest, context: Context): Sql {
  const conditions = conditionsOf(request, context.catalogue, context.parameterId);
  const all = join(
    conditions.map(({ keys, holds }) => (keys === undefined ? holds : inKeys(keys))),
    'AND',
  );
  return {
    text: `SELECT r.key FROM resource r WHERE r.type = ? AND r.deleted = 0 AND ${all.text}`,
    values: [request.resourceType, ...all.values],
  };
}

export const inKeys = (keys: Sql): Sql => ({ text: `r.key IN (${keys.text})`, values: keys.values });

function parameterOf(type: string, code: string, catalogue: Catalogue): SearchParameter {
  const parameter = catalogue.parameter(type, code);
  if (parameter === undefined) {
    throw new OperationOutcomeError(badRequest(`${type} cannot be searched by "${code}" here.`));
  }
  return parameter;
}

const anyValue = (parameter: number, matches: Sql = sql('1')): Sql => ({
  text: `EXISTS (SELECT 1 FROM search_value v WHERE v.key = r.key AND v.parameter = ? AND ${matches.text})`,
  values: [parameter, ...matches.values],
});

const keysWith = (parameter: number, matches: Sql): Sql => ({
  text: `SELECT v.key FROM search_value v WHERE v.parameter = ? AND ${matches.text}`,
  values: [parameter, ...matches.values],
});

const parenthesised = (part: Sql): Sql => ({ text: `(${part.text})`, values: part.values });
const negated = (part: Sql): Sql => ({ text: `NOT ${part.text}`, values: part.values });
const negatedIf = (filter: Filter, part: Sql): Sql => {
  if (filter.operator === Operator.NOT) return negated(part);
  if (filter.operator !== Operator.EQUALS) throw unsupported(filter);
  return part;
};

const isOneOf = (ids: readonly string[]): Sql => ({
  text: `r.id IN (${ids.map(() => '?').join(', ')})`,
  values: ids,
});

function updatedWithin(filter: Filter): Sql {
  const [low, high] = momentsOf(filter.value);
  return comparedRange(filter, low, high, { low: 'r.updated', high: 'r.updated' });
}
