import type { Task } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { Ref } from '../../domain/ref.ts';
import { Refused } from '../../systems/driver/outcome.ts';
import { isAt, pointer } from '../../systems/fhir-r4/concepts.ts';
import type { FhirArea, Made, Needs, QuestionTable, TaskTable } from '../../systems/fhir-r4/handler.ts';
import { madeBy, type Workstation } from '../../systems/fhir-r4/workstation.ts';
import type { Says, StatementQuestion, StatementTask } from './activities.ts';
import { sendingOf, told } from './sending.ts';
import { labelOf, type Statement } from './statement.ts';

const SENDING: Needs = { interactions: [['create', 'Task']] };
const READING: Needs = { searches: [['Task', 'patient', 'code', 'owner']] };

const tasks: TaskTable<StatementTask> = {
  'send-statement': { needs: SENDING, perform: send },
  'attempt-to-send-statement': { needs: SENDING, perform: send },
  'receive-statement': {
    needs: {
      ...READING,
      interactions: [
        ['read', 'Task'],
        ['update', 'Task'],
      ],
    },
    async perform({ statement }, at) {
      const reference = madeBy(at, statement);
      const found = await at.await(() => atReceiver(statement, at));
      if (found === undefined) throw new Refused('Det som skickades finns inte hos mottagaren.', 'absence');
      await at.client.update('Task', reference, at.context.token, (task) => ({
        ...task,
        status: 'accepted',
      }));
      return { reference };
    },
  },
};

async function send(
  { statement, says }: { readonly statement: Statement; readonly says: Says },
  at: Workstation,
): Promise<Made> {
  return at.make<Task>({
    resourceType: 'Task',
    status: 'requested',
    intent: 'order',
    code: {
      coding: [
        { system: SYSTEMS.genrep, code: 'statement' },
        { system: SYSTEMS.genrep, code: statement.code },
      ],
      text: labelOf(statement.word),
    },
    for: { reference: at.patient },
    authoredOn: at.now(),
    requester: at.me,
    owner: pointer(await at.unit(statement.to)),
    input: Object.entries(says).map(([row, valueString]) => ({ type: { text: labelOf(row) }, valueString })),
  });
}

/** What was sent, where its receiver reads it: on the list of the unit that it is to. */
async function atReceiver(statement: Ref, at: Workstation): Promise<Task | undefined> {
  const owner = await at.unit(sendingOf(at.context, statement).statement.to);
  const found = await at.client.search('Task', {
    patient: at.patient,
    code: `${SYSTEMS.genrep}|statement`,
    ...(owner === undefined ? {} : { owner }),
  });
  return found.find((task) => isAt(task, madeBy(at, statement)));
}

const saidIn = ({ input = [] }: Task): string =>
  input.map(({ type, valueString = '' }) => `${type.text}: ${valueString}`).join('; ');

const questions: QuestionTable<StatementQuestion> = {
  'statement-arrived': {
    needs: READING,
    expected: ({ statement }) => `Mottagaren läser allt i ”${statement.ref}”.`,
    async look({ statement }, at) {
      const found = await atReceiver(statement, at);
      if (found === undefined)
        return { seen: false, observed: 'Det som skickades finns inte hos mottagaren.' };
      const said = saidIn(found);
      return {
        seen: said === told(sendingOf(at.context, statement)),
        observed: `Hos mottagaren står ”${said}”.`,
      };
    },
  },

  'statement-received': {
    needs: { interactions: [['read', 'Task']] },
    expected: ({ statement }) => `Den som skickade ser att mottagaren har ”${statement.ref}”.`,
    async look({ statement }, at) {
      const { status } = await at.client.read('Task', madeBy(at, statement));
      const isReceived = status === 'accepted';
      return {
        seen: isReceived,
        observed: isReceived ? 'Mottagaren har tagit emot.' : 'Mottagaren har inte kvitterat.',
      };
    },
  },
};

export const fhir: FhirArea = { tasks, questions };
