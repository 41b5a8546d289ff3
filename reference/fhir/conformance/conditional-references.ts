import { OperationOutcomeError, parseSearchRequest } from '@medplum/core';
import type { FhirRepository } from '@medplum/fhir-router';
import type { Bundle, Reference, ResourceType } from '@medplum/fhirtypes';

const CONDITIONAL = /^[A-Z][A-Za-z]+\?./;

/**
 * Puts the one that fits in the place of each conditional reference (`Patient?identifier=…`) of a transaction, as FHIR
 * asks; none or several refuse the whole with 412. Whoever sends it finds only whom they may read.
 */
export async function resolveConditionalReferences(
  bundle: Bundle,
  repository: FhirRepository,
): Promise<void> {
  const resolved = new Map<string, string>();
  for (const reference of referencesIn(bundle.entry)) {
    const query = reference.reference ?? '';
    const target = resolved.get(query) ?? (await onlyOne(query, repository));
    resolved.set(query, target);
    reference.reference = target;
  }
}

function referencesIn(value: unknown): Reference[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  const { reference } = value as Reference;
  const own = typeof reference === 'string' && CONDITIONAL.test(reference) ? [value as Reference] : [];
  return [...own, ...Object.values(value).flatMap(referencesIn)];
}

async function onlyOne(query: string, repository: FhirRepository): Promise<string> {
  const request = parseSearchRequest(query);
  const { entry = [] } = await repository.search({ ...request, count: 2 });
  const [first] = entry;
  if (first?.resource === undefined) throw unresolved(query, 'ingen');
  if (entry.length > 1) throw unresolved(query, 'flera');
  return `${request.resourceType satisfies ResourceType}/${first.resource.id}`;
}

const unresolved = (query: string, fits: 'ingen' | 'flera'): OperationOutcomeError =>
  new OperationOutcomeError({
    resourceType: 'OperationOutcome',
    id: 'precondition-failed',
    issue: [
      {
        severity: 'error',
        code: fits === 'ingen' ? 'not-found' : 'multiple-matches',
        details: {
          text: `Den villkorade referensen ${query} passar ${fits}; den ska passa just en som redan finns.`,
        },
      },
    ],
  });
