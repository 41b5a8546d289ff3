import { badRequest, type Filter, OperationOutcomeError, Operator } from '@medplum/core';
import { join, sql, type ValuePredicate } from './predicate.ts';
import { comparedRange } from './range.ts';

/** `number`, `number|system|code`, `number||code`; equal means what would round to it, more or less is exact. */
export const quantityPredicate: ValuePredicate = (value, filter) => {
  const [number = '', system = '', code = ''] = value.split('|');
  const [low, high] = askedRange(number, filter);
  return join(
    [
      comparedRange(filter, low, high),
      ...(system === '' ? [] : [sql('v.system = ?', system)]),
      ...(code === '' ? [] : [sql('v.value = ?', code)]),
    ],
    'AND',
  );
};

export const numberPredicate: ValuePredicate = (value, filter) =>
  comparedRange(filter, ...askedRange(value, filter));

function askedRange(text: string, { operator }: Filter): [number, number] {
  const number = Number(text);
  if (text === '' || Number.isNaN(number)) {
    throw new OperationOutcomeError(badRequest(`"${text}" is not a number that can be searched by.`));
  }
  if (operator !== Operator.EQUALS && operator !== Operator.NOT_EQUALS) return [number, number];
  const decimals = text.split(/e/i)[0]?.split('.')[1]?.length ?? 0;
  const half = 0.5 * 10 ** -decimals;
  return [number - half, number + half];
}
