import type { Coding, OperationOutcome, OperationOutcomeIssue } from '@medplum/fhirtypes';
import { quoted } from '../driver/words.ts';

/** Kinds of issue (http://hl7.org/fhir/R4/valueset-issue-type.html) by which a list is whole all the same. */
const HARMLESS = new Set<OperationOutcomeIssue['code']>([
  'informational',
  'business-rule',
  'duplicate',
  'value',
]);

/**
 * What an OperationOutcome in a list says against its being whole, as the end of a sentence: any error, and a warning that
 * is not merely about something else.
 */
export function warningIn({ issue = [] }: OperationOutcome): string | undefined {
  const told = issue.find(
    ({ severity, code }) =>
      severity === 'fatal' || severity === 'error' || (severity === 'warning' && !HARMLESS.has(code)),
  );
  if (told === undefined) return undefined;
  const words = told.details?.text ?? told.diagnostics ?? told.code ?? '';
  return `sade systemet att listan inte är hel: ${quoted(words)}`;
}

/** Whether a resource is marked as having elements left out (http://hl7.org/fhir/R4/search.html#summary). */
export const isSubset = (tags: readonly Coding[]): boolean => tags.some(({ code }) => code === 'SUBSETTED');
