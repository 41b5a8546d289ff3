import { Operator } from '@medplum/core';
import { foldText } from '../fold-text.ts';
import { sql, unsupported, type ValuePredicate } from './predicate.ts';

const AFTER_EVERY_CHARACTER = '\u{10FFFF}';

/** Begins with, without case and accents; `:contains` anywhere; `:exact` the very text. */
export const stringPredicate: ValuePredicate = (value, filter) => {
  const folded = foldText(value);
  switch (filter.operator) {
    case Operator.EQUALS:
      return sql('v.value >= ? AND v.value < ?', folded, folded + AFTER_EVERY_CHARACTER);
    case Operator.CONTAINS:
      return sql('instr(v.value, ?) > 0', folded);
    case Operator.EXACT:
      return sql('v.system = ?', value);
    default:
      throw unsupported(filter);
  }
};
