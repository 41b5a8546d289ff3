import type { AllergyIntolerance } from '@medplum/fhirtypes';
import { ALLERGENS, type AllergenName } from '../../../domain/codes/drugs.ts';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import type { Card, CdsService } from '../cds-hooks.ts';
import { atcOf, draftOrders, drugOf, resourcesIn } from '../prescription.ts';
import { ADVICE_SCHEMA, type Advice, cardOf, readRules } from '../rules.ts';

interface AllergyRules {
  readonly source: string;
  readonly rules: readonly (Advice & { readonly allergen: AllergenName })[];
  readonly overrideReasons: NonNullable<Card['overrideReasons']>;
}

const { source, rules, overrideReasons } = readRules<AllergyRules>('allergy-check.yaml', {
  type: 'object',
  additionalProperties: false,
  required: ['source', 'rules', 'overrideReasons'],
  properties: {
    source: { type: 'string' },
    rules: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['allergen', 'indicator', 'summary', 'detail'],
        properties: { allergen: { enum: Object.keys(ALLERGENS) }, ...ADVICE_SCHEMA },
      },
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

const isAgainst = (allergy: AllergyIntolerance, allergen: AllergenName): boolean =>
  allergy.code?.coding?.some(
    ({ system, code }) => system === SYSTEMS.snomed && code === ALLERGENS[allergen].snomed,
  ) === true;

/** Stops a drug of a group that the patient is registered as allergic to. */
export const allergyCheck: CdsService = {
  id: 'allergy-check',
  hook: 'order-sign',
  title: 'Överkänslighet',
  description: 'Stoppar ett läkemedel ur en grupp som patienten är registrerad som allergisk mot.',
  prefetch: { allergies: 'AllergyIntolerance?patient=Patient/{{context.patientId}}' },
  evaluate(request) {
    const allergies = resourcesIn(request.prefetch?.allergies, 'AllergyIntolerance').filter(isActive);
    return draftOrders(request).flatMap((order) =>
      rules.flatMap((rule) => {
        const { atcPrefix, display } = ALLERGENS[rule.allergen];
        const atc = atcOf(order);
        const allergic = allergies.some((allergy) => isAgainst(allergy, rule.allergen));
        if (!allergic || atc?.startsWith(atcPrefix) !== true) return [];
        const found = { drug: drugOf(order), atc, group: atcPrefix, allergy: display };
        return [cardOf(rule, source, found, overrideReasons)];
      }),
    );
  },
};
