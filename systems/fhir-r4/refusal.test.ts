import type { OperationOutcome, OperationOutcomeIssue } from '@medplum/fhirtypes';
import { describe, expect, it } from 'vitest';
import { reasonIn, refusalIn } from './refusal.ts';

const saying = (code: OperationOutcomeIssue['code']): OperationOutcome => ({
  resourceType: 'OperationOutcome',
  issue: [
    { severity: 'information', code: 'informational', diagnostics: 'Tog 3 ms.' },
    { severity: 'error', code, details: { text: 'Nej.' } },
  ],
});

describe('what kind of no an answer is', () => {
  it.each([
    [422, 'business-rule', 'rule'],
    [400, 'business-rule', 'rule'],
    [403, 'forbidden', 'authority'],
    [403, 'processing', 'authority'],
    [400, 'code-invalid', 'content'],
    [400, 'processing', 'content'],
    [422, 'required', 'content'],
    [422, 'processing', 'unsaid'],
    [409, 'processing', 'conflict'],
    [412, 'conflict', 'conflict'],
    [404, 'not-found', 'absence'],
    [422, 'throttled', 'inability'],
    // Whoever has no time has not weighed anything, whatever the rest of the answer says.
    [429, 'business-rule', 'inability'],
    [500, 'business-rule', 'inability'],
    [503, 'transient', 'inability'],
  ] as const)('%i %s is %s', (status, code, kind) => {
    expect(refusalIn(status, saying(code))).toBe(kind);
  });

  it('is told by what went wrong, not by what came before it', () => {
    expect(reasonIn(saying('business-rule'))).toBe('Nej.');
  });
});
