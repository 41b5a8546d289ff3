import { getSearchParameterDetails, Operator } from '@medplum/core';
import { join, sql, unsupported, type ValuePredicate } from './predicate.ts';

/** `Type/id`, an absolute address ending so, or a bare id of any type the parameter can point to. */
export const referencePredicate: ValuePredicate = (value, filter, parameter) => {
  if (filter.operator !== Operator.EQUALS && filter.operator !== Operator.NOT) throw unsupported(filter);
  if (value.includes('/')) return sql('v.value = ?', value.split('/').slice(-2).join('/'));
  const base = parameter.base?.[0] ?? '';
  const targets = parameter.target ?? getSearchParameterDetails(base, parameter).referenceTargetTypes ?? [];
  return join(
    targets.map((type) => sql('v.value = ?', `${type}/${value}`)),
    'OR',
  );
};
