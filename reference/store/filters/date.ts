import { badRequest, OperationOutcomeError, toPeriod } from '@medplum/core';
import type { ValuePredicate } from './predicate.ts';
import { comparedRange } from './range.ts';

/** A date means all of its day, month or year. */
export const datePredicate: ValuePredicate = (value, filter) => {
  const [low, high] = momentsOf(value);
  return comparedRange(filter, low, high);
};

/** The first and the last millisecond that a FHIR date means. */
export function momentsOf(value: string): [number, number] {
  const period = toPeriod(value);
  if (period?.start === undefined || period.end === undefined) {
    throw new OperationOutcomeError(badRequest(`"${value}" is not a date that can be searched by.`));
  }
  return [Date.parse(period.start), Date.parse(period.end)];
}
