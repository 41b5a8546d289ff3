import type { Observation } from '@medplum/fhirtypes';
import { type News2, news2 } from '../../../domain/news2.ts';
import type { CdsService } from '../cds-hooks.ts';
import { ADVICE_SCHEMA, type Advice, cardOf, readRules } from '../rules.ts';
import { readVitalSigns } from '../vital-signs.ts';

interface EarlyWarningRules {
  readonly source: string;
  readonly rules: readonly (Advice & {
    readonly when: { readonly scoreAtLeast: number } | { readonly singleThree: true };
  })[];
}

const { source, rules } = readRules<EarlyWarningRules>('early-warning.yaml', {
  type: 'object',
  additionalProperties: false,
  required: ['source', 'rules'],
  properties: {
    source: { type: 'string' },
    rules: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['when', 'indicator', 'summary', 'detail'],
        properties: {
          when: {
            type: 'object',
            additionalProperties: false,
            minProperties: 1,
            maxProperties: 1,
            properties: { scoreAtLeast: { type: 'integer' }, singleThree: { const: true } },
          },
          ...ADVICE_SCHEMA,
        },
      },
    },
  },
});

const holds = ({ when }: EarlyWarningRules['rules'][number], { score, singleThree }: News2): boolean =>
  'scoreAtLeast' in when ? score >= when.scoreAtLeast : singleThree;

/** Scores a complete set of vital signs by NEWS2 and warns by the first rule that holds. */
export const earlyWarning: CdsService = {
  id: 'early-warning',
  hook: 'vital-signs-recorded',
  title: 'NEWS2',
  description: 'Räknar NEWS2 på uppmätta vitalparametrar och varnar vid höga poäng.',
  evaluate({ context }) {
    const vitals = readVitalSigns(context.observation as Observation);
    if (vitals === undefined) return [];
    const result = news2(vitals);
    const rule = rules.find((candidate) => holds(candidate, result));
    return rule === undefined ? [] : [cardOf(rule, source, { score: String(result.score) })];
  },
};
