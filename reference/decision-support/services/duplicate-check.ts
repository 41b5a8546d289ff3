import type { CdsService } from '../cds-hooks.ts';
import { atcOf, draftOrders, drugOf, resourcesIn } from '../prescription.ts';
import { ADVICE_SCHEMA, type Advice, cardOf, readRules } from '../rules.ts';

const { source, rule } = readRules<{ readonly source: string; readonly rule: Advice }>(
  'duplicate-check.yaml',
  {
    type: 'object',
    additionalProperties: false,
    required: ['source', 'rule'],
    properties: {
      source: { type: 'string' },
      rule: {
        type: 'object',
        additionalProperties: false,
        required: ['indicator', 'summary', 'detail'],
        properties: ADVICE_SCHEMA,
      },
    },
  },
);

/** Warns of a substance that the patient is already prescribed; a change of a prescription is not a second one. */
export const duplicateCheck: CdsService = {
  id: 'duplicate-check',
  hook: 'order-sign',
  title: 'Dubbelordination',
  description: 'Varnar när samma substans redan är ordinerad.',
  prefetch: { prescriptions: 'MedicationRequest?subject=Patient/{{context.patientId}}&status=active' },
  evaluate(request) {
    const prescribed = resourcesIn(request.prefetch?.prescriptions, 'MedicationRequest');
    return draftOrders(request).flatMap((order) => {
      const atc = atcOf(order);
      const twice = prescribed.some((earlier) => earlier.id !== order.id && atcOf(earlier) === atc);
      return atc !== undefined && twice ? [cardOf(rule, source, { drug: drugOf(order), atc })] : [];
    });
  },
};
