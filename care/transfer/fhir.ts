import { done } from '../../systems/care-system.ts';
import { Refused } from '../../systems/driver/outcome.ts';
import { pointer, referenceTo } from '../../systems/fhir-r4/concepts.ts';
import type { FhirArea, Made, Needs, QuestionTable, TaskTable } from '../../systems/fhir-r4/handler.ts';
import type { Workstation } from '../../systems/fhir-r4/workstation.ts';
import type { TransferQuestion, TransferTask } from './activities.ts';
import type { Destination } from './destination.ts';

const MOVING: Needs = {
  interactions: [
    ['read', 'Encounter'],
    ['update', 'Encounter'],
  ],
};

const tasks: TaskTable<TransferTask> = {
  transfer: { needs: MOVING, perform: move },
  'attempt-to-transfer': { needs: MOVING, perform: move },
};

/** The stay is the same; who cares for the patient, and in which bed, is another. */
async function move({ to }: { readonly to: Destination }, at: Workstation): Promise<Made> {
  const reference = stayOf(at);
  const serviceProvider = pointer(await at.unit(to));
  await at.client.update('Encounter', reference, at.context.token, ({ location: _, ...stay }) => ({
    ...stay,
    serviceProvider,
  }));
  return { reference };
}

function stayOf(at: Workstation): string {
  const stay = done(at.context, 'admit').at(-1)?.reference;
  if (stay === undefined) throw new Refused('Patienten är inte inskriven.', 'absence');
  return stay;
}

const questions: QuestionTable<TransferQuestion> = {
  'stay-at-unit': {
    needs: { searches: [['Encounter', 'service-provider', 'status', 'subject']] },
    expected: () => 'Patienten står som inskriven på enhetens lista.',
    async look(_, at) {
      const unit = await at.unit(at.context.actor.unit);
      const present = await at.client.search('Encounter', {
        ...(unit === undefined ? {} : { 'service-provider': unit }),
        status: 'in-progress',
        subject: at.patient,
      });
      const seen = present.find((each) => referenceTo(each) === stayOf(at)) !== undefined;
      return {
        seen,
        observed: seen ? 'Patienten vårdas på enheten.' : 'Patienten står inte på enhetens lista.',
      };
    },
  },
};

export const fhir: FhirArea = { tasks, questions };
