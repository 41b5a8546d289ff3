import type { OperationOutcome } from '@medplum/fhirtypes';

/** The system's no, in its own words. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
  }
}

/** Something broke between the page and the server; nothing can be said of what came of it. */
export class Failure extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Failure';
  }
}

/** The words meant for people in an OperationOutcome. */
export function wordsOf(outcome: OperationOutcome): string {
  const issue = outcome.issue?.[0];
  return issue?.details?.text ?? issue?.diagnostics ?? issue?.code ?? '';
}

export const isOperationOutcome = (body: unknown): body is OperationOutcome =>
  typeof body === 'object' &&
  body !== null &&
  'resourceType' in body &&
  body.resourceType === 'OperationOutcome';
