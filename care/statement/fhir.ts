import type { Task } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { Ref } from '../../domain/ref.ts';
import { Refused, Unsure } from '../../systems/driver/outcome.ts';
import { quoted } from '../../systems/driver/words.ts';
import { hasCode, isAt, pointer } from '../../systems/fhir-r4/concepts.ts';
import type { FhirArea, Made, Needs, QuestionTable, TaskTable } from '../../systems/fhir-r4/handler.ts';
import { madeBy, type Workstation } from '../../systems/fhir-r4/workstation.ts';
import type { Says, StatementQuestion, StatementTask } from './activities.ts';
import { sendingOf, told } from './sending.ts';
import { labelOf, type Statement } from './statement.ts';

const SENDING: Needs = { interactions: [['create', 'Task']] };
const READING: Needs = { searches: [['Task', 'patient', 'code', 'owner']] };
const CHANGING: Needs = {
  interactions: [
    ['read', 'Task'],
    ['update', 'Task'],
  ],
};

const tasks: TaskTable<StatementTask> = {
  'send-statement': { needs: SENDING, perform: send },
  'attempt-to-send-statement': { needs: SENDING, perform: send },
  'patient-sends-statement': { needs: { ...SENDING, patientSignsIn: true }, perform: send },
  'patient-attempts-statement': { needs: { ...SENDING, patientSignsIn: true }, perform: send },
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
  'change-statement': {
    needs: CHANGING,
    async perform({ statement, says }, at) {
      const reference = madeBy(at, statement);
      await at.client.update('Task', reference, at.context.token, (task) => ({
        ...task,
        status: 'requested',
        input: rowsOf(says),
      }));
      return { reference };
    },
  },
  'withdraw-statement': {
    needs: CHANGING,
    async perform({ statement, reason }, at) {
      const reference = madeBy(at, statement);
      await at.client.update('Task', reference, at.context.token, (task) => ({
        ...task,
        status: 'cancelled',
        statusReason: { text: reason },
      }));
      return { reference };
    },
  },
};

const rowsOf = (says: Says): Task['input'] =>
  Object.entries(says).map(([row, valueString]) => ({ type: { text: labelOf(row) }, valueString }));

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
    input: rowsOf(says),
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

  'patient-reads-statement': {
    needs: { ...READING, patientSignsIn: true },
    expected: ({ statement }) => `Patienten läser allt i ”${statement.ref}” på 1177.`,
    async look({ statement }, at) {
      const all = await at.client.search('Task', {
        patient: at.patient,
        code: `${SYSTEMS.genrep}|statement`,
      });
      const found = all.find((task) => isAt(task, madeBy(at, statement)));
      if (found === undefined) return { seen: false, observed: 'Det finns inte bland patientens ärenden.' };
      const said = saidIn(found);
      return { seen: said === told(sendingOf(at.context, statement)), observed: `Där står ”${said}”.` };
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

  'statement-withdrawn': {
    needs: READING,
    expected: ({ statement, reason }) =>
      `Mottagaren ser att ”${statement.ref}” är återkallat: ${quoted(reason)}.`,
    async look({ statement, reason }, at) {
      const found = await atReceiver(statement, at);
      if (found === undefined)
        return { seen: false, observed: 'Det som skickades finns inte hos mottagaren.' };
      const why = found.statusReason?.text ?? '';
      return {
        seen: found.status === 'cancelled' && why === reason,
        observed:
          found.status === 'cancelled'
            ? `Det är återkallat: ${quoted(why)}.`
            : 'Hos mottagaren gäller det fortfarande.',
      };
    },
  },

  'no-such-statement': {
    needs: READING,
    expected: ({ statement }) => `Enheten har inget ${statement.word} om patienten.`,
    async look({ statement }, at) {
      const owner = await at.unit(at.context.actor.unit ?? statement.to);
      const found = await at.client.search('Task', {
        patient: at.patient,
        code: `${SYSTEMS.genrep}|statement`,
        ...(owner === undefined ? {} : { owner }),
      });
      const ofKind = found.seen.filter(({ code }) => hasCode(code, statement.code));
      const whose = ofKind.map((task) => at.whose(task, task.authoredOn));
      if (whose.includes('own')) return { seen: false, observed: `Enheten har ${statement.word}.` };
      if (whose.includes('unclear')) throw new Unsure(NOBODYS_MARK);
      found.all();
      return { seen: true, observed: 'Enheten har inget sådant.' };
    },
  },
};

const NOBODYS_MARK =
  'Enheten har något om patienten som ingen har märkt, och det går inte att säga om det kom före flödet eller i det.';

export const fhir: FhirArea = { tasks, questions };
