import type { OperationOutcome, OperationOutcomeIssue } from '@medplum/fhirtypes';
import type { RefusalKind } from '../../domain/refusal.ts';

/** That the system could not, rather than would not. */
type Inability = 'inability';

/** What an issue's code says (http://hl7.org/fhir/R4/valueset-issue-type.html); `processing` and the like say nothing. */
const BY_CODE: Readonly<Record<string, RefusalKind | Inability>> = {
  'business-rule': 'rule',
  suppressed: 'authority',
  forbidden: 'authority',
  security: 'authority',
  login: 'authority',
  expired: 'authority',
  unknown: 'authority',
  invalid: 'content',
  structure: 'content',
  required: 'content',
  value: 'content',
  invariant: 'content',
  'code-invalid': 'content',
  extension: 'content',
  'too-long': 'content',
  'not-supported': 'content',
  conflict: 'conflict',
  duplicate: 'conflict',
  'multiple-matches': 'conflict',
  'lock-error': 'conflict',
  'not-found': 'absence',
  deleted: 'absence',
  exception: 'inability',
  incomplete: 'inability',
  'no-store': 'inability',
  throttled: 'inability',
  timeout: 'inability',
  'too-costly': 'inability',
  transient: 'inability',
};

const BY_STATUS: Readonly<Record<number, RefusalKind | Inability>> = {
  403: 'authority',
  404: 'absence',
  408: 'inability',
  409: 'conflict',
  410: 'absence',
  412: 'conflict',
  422: 'unsaid',
  425: 'inability',
  429: 'inability',
};

/** What kind of no an answer is; `inability` when the system could not do its part. */
export function refusalIn(status: number, outcome: OperationOutcome | undefined): RefusalKind | Inability {
  const byStatus = status < 400 || status >= 500 ? 'inability' : (BY_STATUS[status] ?? 'content');
  if (byStatus === 'inability') return byStatus;
  return BY_CODE[decisiveIn(outcome)?.code ?? ''] ?? byStatus;
}

/** What an OperationOutcome says, for people. */
export function reasonIn(outcome: OperationOutcome | undefined): string {
  const issue = decisiveIn(outcome);
  return (
    issue?.details?.text ?? issue?.diagnostics ?? issue?.details?.coding?.[0]?.display ?? issue?.code ?? ''
  );
}

/** Whether an OperationOutcome tells of something that went wrong, whatever the status says. */
export const tellsOfFault = ({ issue }: OperationOutcome): boolean => issue?.some(isFault) === true;

/** The issue that it was for, where several are told. */
const decisiveIn = (outcome: OperationOutcome | undefined): OperationOutcomeIssue | undefined =>
  outcome?.issue?.find(isFault) ?? outcome?.issue?.[0];

const isFault = ({ severity }: OperationOutcomeIssue): boolean =>
  severity === 'error' || severity === 'fatal';
