import type {
  DiagnosticReport,
  Meta,
  Observation,
  ObservationReferenceRange,
  Reference,
  ServiceRequest,
} from '@medplum/fhirtypes';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import type { LaboratoryAnswer } from '../../laboratory/hl7/answer.ts';
import { referenceRangesOf } from '../../laboratory/reference-intervals.ts';
import type { Words } from '../../words.ts';

export type AnsweredOrder = ServiceRequest & { readonly id: string };

const codeOf = ({ test }: LaboratoryAnswer) => ({ coding: [test], text: test.display });

const metaOf = ({ token }: LaboratoryAnswer): { meta?: Meta } =>
  token === '' ? {} : { meta: { tag: [{ system: SYSTEMS.token, code: token }] } };

const validatorOf = ({ validatedBy }: LaboratoryAnswer): Reference => ({
  identifier: { system: SYSTEMS.hsaId, value: validatedBy.hsaId },
  display: validatedBy.name,
});

const contentOf = (
  { content, test }: LaboratoryAnswer,
  words: Words,
): Pick<Observation, 'valueQuantity' | 'valueString' | 'referenceRange'> =>
  'text' in content
    ? { valueString: content.text }
    : {
        valueQuantity: {
          value: content.value,
          unit: content.unit,
          system: SYSTEMS.ucum,
          code: content.unit,
        },
        ...rangesIn(referenceRangesOf(words, test.code, content.unit)),
      };

const rangesIn = (referenceRange: ObservationReferenceRange[]): Pick<Observation, 'referenceRange'> =>
  referenceRange.length === 0 ? {} : { referenceRange };

/** What was measured or seen; it and its report share the laboratory's number of the answer as their id. */
export const observationOf = (answer: LaboratoryAnswer, order: AnsweredOrder, words: Words): Observation => ({
  resourceType: 'Observation',
  id: answer.number,
  status: 'final',
  category: [{ coding: [{ system: SYSTEMS.observationCategory, code: 'laboratory' }] }],
  code: codeOf(answer),
  subject: order.subject as Observation['subject'],
  encounter: order.encounter,
  basedOn: [{ reference: `ServiceRequest/${order.id}` }],
  issued: answer.validatedAt,
  performer: [validatorOf(answer) as Reference & NonNullable<Observation['performer']>[number]],
  ...contentOf(answer, words),
});

export const reportOf = (answer: LaboratoryAnswer, order: AnsweredOrder): DiagnosticReport => ({
  resourceType: 'DiagnosticReport',
  id: answer.number,
  ...metaOf(answer),
  status: 'final',
  category: [{ coding: [{ system: SYSTEMS.diagnosticServiceSection, code: 'LAB' }] }],
  code: codeOf(answer),
  subject: order.subject as DiagnosticReport['subject'],
  encounter: order.encounter,
  basedOn: [{ reference: `ServiceRequest/${order.id}` }],
  issued: answer.validatedAt,
  performer: [validatorOf(answer) as NonNullable<DiagnosticReport['performer']>[number]],
  result: [{ reference: `Observation/${answer.number}` }],
});
