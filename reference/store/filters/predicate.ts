import type { Filter } from '@medplum/core';
import { badRequest, OperationOutcomeError } from '@medplum/core';
import type { SearchParameter } from '@medplum/fhirtypes';

/** A piece of SQL with the values of its question marks. */
export interface Sql {
  readonly text: string;
  readonly values: readonly (string | number)[];
}

export const sql = (text: string, ...values: (string | number)[]): Sql => ({ text, values });

/** Joins conditions; no condition at all is false for OR and true for AND. */
export function join(parts: readonly Sql[], operator: 'AND' | 'OR'): Sql {
  if (parts.length === 0) return sql(operator === 'AND' ? '1' : '0');
  return {
    text: `(${parts.map(({ text }) => text).join(` ${operator} `)})`,
    values: parts.flatMap(({ values }) => values),
  };
}

/**
 * What a row `v` of search_value must be like for one value of a search filter to hold. Negation (`:not`), `:missing` and
 * the comma's "or" are dealt with outside.
 */
export type ValuePredicate = (value: string, filter: Filter, parameter: SearchParameter) => Sql;

/** Says no to a modifier or prefix that a kind of parameter does not have here; silently ignoring it would mislead. */
export function unsupported(filter: Filter): OperationOutcomeError {
  return new OperationOutcomeError(
    badRequest(`Search parameter "${filter.code}" is not supported with "${filter.operator}".`),
  );
}
