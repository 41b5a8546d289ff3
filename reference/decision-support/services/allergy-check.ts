import type { AllergyIntolerance } from '@medplum/fhirtypes';
import type { Allergen } from '../../../domain/codes/drugs.ts';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import type { Words } from '../../words.ts';
import type { Card, CdsService } from '../cds-hooks.ts';
import { atcOf, draftOrders, drugOf, resourcesIn } from '../prescription.ts';
import { ADVICE_SCHEMA, type Advice, cardOf, readRules } from '../rules.ts';

interface AllergyRules {
  readonly source: string;
  readonly rule: Advice;
  readonly overrideReasons: NonNullable<Card['overrideReasons']>;
}

const { source, rule, overrideReasons } = readRules<AllergyRules>('allergy-check.yaml', {
  type: 'object',
  additionalProperties: false,
  required: ['source', 'rule', 'overrideReasons'],
  properties: {
    source: { type: 'string' },
    rule: {
      type: 'object',
      additionalProperties: false,
      required: ['indicator', 'summary', 'detail'],
      properties: ADVICE_SCHEMA,
    },
    overrideReasons: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'display'],
        properties: { code: { type: 'string' }, display: { type: 'string' } },
      },
    },
  },
});

const isActive = (allergy: AllergyIntolerance): boolean =>
  allergy.verificationStatus?.coding?.every(
    ({ code }) => code !== 'refuted' && code !== 'entered-in-error',
  ) !== false &&
  allergy.clinicalStatus?.coding?.every(({ code }) => code !== 'inactive' && code !== 'resolved') !== false;

const isAgainst = (allergy: AllergyIntolerance, { snomed }: Allergen): boolean =>
  allergy.code?.coding?.some(({ system, code }) => system === SYSTEMS.snomed && code === snomed) === true;

/** Stops a drug of a group that the patient is registered as allergic to. */
export const allergyCheck = ({ allergens }: Words): CdsService => ({
  id: 'allergy-check',
  hook: 'order-sign',
  title: 'Överkänslighet',
  description: 'Stoppar ett läkemedel ur en grupp som patienten är registrerad som allergisk mot.',
  prefetch: { allergies: 'AllergyIntolerance?patient=Patient/{{context.patientId}}' },
  evaluate(request) {
    const allergies = resourcesIn(request.prefetch?.allergies, 'AllergyIntolerance').filter(isActive);
    return draftOrders(request).flatMap((order) =>
      allergens.flatMap((allergen) => {
        const { atcPrefix, display, word } = allergen;
        const atc = atcOf(order);
        const allergic = allergies.some((allergy) => isAgainst(allergy, allergen));
        if (!allergic || atc?.startsWith(atcPrefix) !== true) return [];
        const found = { drug: drugOf(order), atc, group: atcPrefix, allergy: display, allergen: word };
        return [cardOf(rule, source, found, overrideReasons)];
      }),
    );
  },
});
