import { type Filter, Operator } from '@medplum/core';
import { type Sql, sql, unsupported } from './predicate.ts';

/**
 * How the range of what is stored (`low`..`high`) must lie to the range that is asked for, by FHIR's prefix.
 * https://hl7.org/fhir/R4/search.html#prefix
 */
export function comparedRange(
  filter: Filter,
  low: number,
  high: number,
  columns: { readonly low: string; readonly high: string } = { low: 'v.low', high: 'v.high' },
): Sql {
  switch (filter.operator) {
    case Operator.EQUALS:
      return sql(`${columns.low} >= ? AND ${columns.high} <= ?`, low, high);
    case Operator.NOT_EQUALS:
      return sql(`NOT (${columns.low} >= ? AND ${columns.high} <= ?)`, low, high);
    case Operator.GREATER_THAN:
      return sql(`${columns.high} > ?`, high);
    case Operator.GREATER_THAN_OR_EQUALS:
      return sql(`${columns.high} >= ?`, low);
    case Operator.LESS_THAN:
      return sql(`${columns.low} < ?`, low);
    case Operator.LESS_THAN_OR_EQUALS:
      return sql(`${columns.low} <= ?`, high);
    case Operator.STARTS_AFTER:
      return sql(`${columns.low} > ?`, high);
    case Operator.ENDS_BEFORE:
      return sql(`${columns.high} < ?`, low);
    default:
      throw unsupported(filter);
  }
}
