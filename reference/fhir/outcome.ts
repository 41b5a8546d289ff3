import { OperationOutcomeError, serverError } from '@medplum/core';
import type { OperationOutcome } from '@medplum/fhirtypes';
import { Refusal } from '../workflow.ts';

/** Ids that Medplum's router turns into the HTTP status, and the FHIR issue code of each. */
const REFUSALS = {
  403: { id: 'forbidden', code: 'forbidden' },
  409: { id: 'conflict', code: 'conflict' },
  422: { id: 'business-rule', code: 'business-rule' },
} as const;

/** A refusal as FHIR says it: the sentence for people stands in `issue[0].details.text`. */
function refusalOutcome(refusal: Refusal): OperationOutcome {
  const { id, code } = REFUSALS[refusal.status];
  return {
    resourceType: 'OperationOutcome',
    id,
    issue: [{ severity: 'error', code, details: { text: refusal.message } }],
  };
}

/** Any error as one that Medplum's router answers with the right status; what nobody expected is a 500. */
export function asOutcomeError(error: unknown): OperationOutcomeError {
  if (error instanceof OperationOutcomeError) return error;
  if (error instanceof Refusal) return new OperationOutcomeError(refusalOutcome(error), { cause: error });
  const unexpected = error instanceof Error ? error : new Error(String(error));
  return new OperationOutcomeError(serverError(unexpected), { cause: unexpected });
}

export function signInRequired(): OperationOutcome {
  return {
    resourceType: 'OperationOutcome',
    id: 'unauthorized',
    issue: [{ severity: 'error', code: 'login', details: { text: 'Du måste vara inloggad.' } }],
  };
}
