import {
  convertToSearchableDates,
  convertToSearchableNumbers,
  convertToSearchableQuantities,
  convertToSearchableReferences,
  convertToSearchableStrings,
  convertToSearchableTokens,
  convertToSearchableUris,
  evalFhirPathTyped,
  getSearchParameterDetails,
  type TypedValue,
  toTypedValue,
} from '@medplum/core';
import type { Resource, SearchParameter } from '@medplum/fhirtypes';
import { type Catalogue, IDENTIFIER_SUFFIX } from '../fhir/catalogue.ts';
import { foldText } from './fold-text.ts';

/** One row of the search index. What the columns hold depends on the kind of parameter; see {@link EXTRACTORS}. */
export interface IndexValue {
  readonly code: string;
  readonly value: string;
  readonly system: string;
  readonly low: number;
  readonly high: number;
}

type Row = Omit<IndexValue, 'code'>;

const row = (value: string, system = '', low = 0, high = low): Row => ({ value, system, low, high });

/** The beginning and the end of time, for periods without one. */
const OPEN_START = -8.64e15;
const OPEN_END = 8.64e15;

const EXTRACTORS: Readonly<Record<string, (values: TypedValue[]) => Row[]>> = {
  token: (values) => convertToSearchableTokens(values).map((token) => row(token.value ?? '', token.system)),
  reference: (values) =>
    convertToSearchableReferences(values)
      .filter((reference) => !reference.startsWith('#') && !reference.startsWith('identifier:'))
      .map((reference) => row(reference.replace(/\/_history\/.*$/, ''))),
  /** The folded text to search in, the text itself for `:exact`. */
  string: (values) => values.flatMap(textsOf).map((text) => row(foldText(text), text)),
  uri: (values) => convertToSearchableUris(values).map((uri) => row(uri)),
  /** Epoch milliseconds from the first to the last moment meant. */
  date: (values) =>
    convertToSearchableDates(values).map(({ start, end }) =>
      row('', '', start ? Date.parse(start) : OPEN_START, end ? Date.parse(end) : OPEN_END),
    ),
  quantity: (values) =>
    convertToSearchableQuantities(values)
      .filter(({ value }) => value !== undefined)
      .map(({ value, system, code, unit }) => row(code ?? unit ?? '', system, value)),
  number: (values) =>
    convertToSearchableNumbers(values).map(([low, high]) => row('', '', low ?? -Infinity, high ?? Infinity)),
};

/** Everything a resource can be found by. */
export function indexValues(resource: Resource, catalogue: Catalogue): IndexValue[] {
  const target = [toTypedValue(resource)];
  return catalogue
    .parameters(resource.resourceType)
    .filter(({ code }) => !IN_COLUMNS.has(code))
    .flatMap((parameter) => {
      const values = evaluate(parameter, resource.resourceType, target);
      if (parameter.type !== 'reference') return extract(parameter.type, parameter.code, values);
      return [
        ...extract('reference', parameter.code, values),
        ...extract('token', parameter.code + IDENTIFIER_SUFFIX, logicalReferences(values)),
      ];
    });
}

/** Parameters that are columns of the resource table and need no row of their own. */
export const IN_COLUMNS: ReadonlySet<string> = new Set(['_id', '_lastUpdated']);

function extract(type: string, code: string, values: TypedValue[]): IndexValue[] {
  if (values.length === 0) return [];
  return (EXTRACTORS[type]?.(values) ?? []).map((value) => ({ code, ...value }));
}

function evaluate(parameter: SearchParameter, type: string, target: TypedValue[]): TypedValue[] {
  return evalFhirPathTyped(getSearchParameterDetails(type, parameter).parsedExpression, target);
}

function logicalReferences(values: TypedValue[]): TypedValue[] {
  return values.flatMap(({ value }) =>
    value?.identifier === undefined ? [] : [{ type: 'Identifier', value: value.identifier }],
  );
}

/** Names and addresses are searched by each of their parts. */
function textsOf(typed: TypedValue): string[] {
  if (typed.type !== 'HumanName' && typed.type !== 'Address') return convertToSearchableStrings([typed]);
  const parts: unknown[] = Object.entries(typed.value)
    .filter(([field]) => field !== 'use' && field !== 'type' && field !== 'period')
    .flatMap(([, part]) => part);
  return parts.filter((part) => typeof part === 'string');
}
