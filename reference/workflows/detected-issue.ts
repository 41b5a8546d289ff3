import type { DetectedIssue, Reference, Resource } from '@medplum/fhirtypes';
import type { Card } from '../decision-support/cds-hooks.ts';
import { genrepConcept, referenceTo } from './concept.ts';

const SEVERITY = { critical: 'high', warning: 'moderate', info: 'low' } as const;

/** A card of the decision support as it is kept in the record. */
export const detectedIssue = (
  card: Pick<Card, 'summary' | 'detail' | 'indicator'>,
  about: {
    readonly code: string;
    readonly display: string;
    readonly implicated: Resource;
    readonly patient: Reference | undefined;
    readonly at: number;
  },
): DetectedIssue => ({
  resourceType: 'DetectedIssue',
  status: 'final',
  code: genrepConcept(about.code, about.display),
  severity: SEVERITY[card.indicator],
  patient: about.patient as DetectedIssue['patient'],
  identifiedDateTime: new Date(about.at).toISOString(),
  implicated: [referenceTo(about.implicated)],
  detail: [card.summary, card.detail].filter((text) => text !== undefined).join('. '),
});
