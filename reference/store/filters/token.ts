import { Operator } from '@medplum/core';
import { sql, unsupported, type ValuePredicate } from './predicate.ts';

/** `code`, `system|code`, `system|` (any code of it), `|code` (without a system). */
export const tokenPredicate: ValuePredicate = (value, filter) => {
  if (filter.operator !== Operator.EQUALS && filter.operator !== Operator.NOT) throw unsupported(filter);
  const bar = value.indexOf('|');
  if (bar < 0) return sql('v.value = ?', value);
  const system = value.slice(0, bar);
  const code = value.slice(bar + 1);
  if (code === '') return sql('v.system = ?', system);
  return sql('v.value = ? AND v.system = ?', code, system);
};
