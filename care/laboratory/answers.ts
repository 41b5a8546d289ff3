import type { DiagnosticReport, Observation, Resource } from '@medplum/fhirtypes';
import type { Of } from '../../domain/activity.ts';
import type { LaboratoryTest } from '../../domain/codes/laboratory-tests.ts';
import type { Ref } from '../../domain/ref.ts';
import { taskBehind } from '../../systems/care-system.ts';
import { quoted } from '../../systems/driver/words.ts';
import type { Found } from '../../systems/fhir-r4/client.ts';
import { isAt, quantity, quantityText, sameQuantity } from '../../systems/fhir-r4/concepts.ts';
import { madeBy, type Workstation } from '../../systems/fhir-r4/workstation.ts';
import type { LaboratoryAnswer, LaboratoryTask } from './activities.ts';

/** The final answers to an order that the one at the workstation can see, with their results where they came along. */
export const answersTo = (at: Workstation, order: Ref): Promise<Found<'DiagnosticReport'>> =>
  at.client.search('DiagnosticReport', {
    'based-on': madeBy(at, order),
    status: 'final',
    _include: 'DiagnosticReport:result',
  });

/** The results in those answers to an order that were seen: contained, sent along, or read one by one. */
export async function resultsOf(
  at: Workstation,
  { seen, included }: Found<'DiagnosticReport'>,
): Promise<readonly Observation[]> {
  const results: Observation[] = [];
  for (const report of seen) {
    for (const { reference = '' } of report.result ?? []) {
      const here = resultAmong(reference, report, included);
      results.push(here ?? (await at.client.read('Observation', reference)));
    }
  }
  return results;
}

/** Which test an order is of. */
export function testOf({ context }: Workstation, order: Ref): LaboratoryTest {
  return taskBehind<Of<LaboratoryTask, 'order-test'>>(context, order.ref, 'order-test').test;
}

/** What the laboratory answered, and to which order. */
export function sentAnswer({ context }: Workstation, name: Ref): { order: Ref; answer: LaboratoryAnswer } {
  return taskBehind<Of<LaboratoryTask, 'answer-order'>>(context, name.ref, 'answer-order');
}

/** Whether a result is what the laboratory answered, to the letter. */
export const says = (result: Observation, answer: LaboratoryAnswer): boolean =>
  'text' in answer
    ? result.valueString === answer.text
    : sameQuantity(result.valueQuantity, quantity(answer.value, answer.unit));

export const answerText = (answer: LaboratoryAnswer): string =>
  'text' in answer ? quoted(answer.text) : quantityText(quantity(answer.value, answer.unit));

export const resultText = ({ valueString, valueQuantity }: Observation): string =>
  valueString === undefined ? quantityText(valueQuantity) : quoted(valueString);

function resultAmong(
  reference: string,
  report: DiagnosticReport,
  included: readonly Resource[],
): Observation | undefined {
  const isHere = (resource: Resource) =>
    reference.startsWith('#') ? resource.id === reference.slice(1) : isAt(resource, reference);
  return [...(report.contained ?? []), ...included]
    .filter((resource) => resource.resourceType === 'Observation')
    .find(isHere);
}
