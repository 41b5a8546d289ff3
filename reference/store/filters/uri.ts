import { Operator } from '@medplum/core';
import { sql, unsupported, type ValuePredicate } from './predicate.ts';

export const uriPredicate: ValuePredicate = (value, filter) => {
  if (filter.operator !== Operator.EQUALS && filter.operator !== Operator.NOT) throw unsupported(filter);
  return sql('v.value = ?', value);
};
