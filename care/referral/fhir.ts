import type { Task } from '@medplum/fhirtypes';
import type { Of } from '../../domain/activity.ts';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { taskBehind } from '../../systems/care-system.ts';
import { Refused } from '../../systems/driver/outcome.ts';
import { quoted } from '../../systems/driver/words.ts';
import { coded, concept, pointer, pointers, referenceTo } from '../../systems/fhir-r4/concepts.ts';
import type { FhirArea, Made, Needs, QuestionTable, TaskTable } from '../../systems/fhir-r4/handler.ts';
import { localReference } from '../../systems/fhir-r4/url.ts';
import { encounterOf, madeBy, type Workstation } from '../../systems/fhir-r4/workstation.ts';
import type { ReferralQuestion, ReferralTask } from './activities.ts';

type Sending = Of<ReferralTask, 'send-referral'>;

const REFERRAL = concept('referral', 'Remiss');
/** SNOMED CT: Patient referral (procedure). */
const CATEGORY = coded(SYSTEMS.snomed, '3457005', 'Remiss');

const DEALING: Needs = {
  interactions: [
    ['read', 'Task'],
    ['update', 'Task'],
  ],
  searches: [['Task', 'focus', 'owner']],
};

const tasks: TaskTable<ReferralTask> = {
  'send-referral': {
    needs: {
      interactions: [
        ['create', 'ServiceRequest'],
        ['create', 'Task'],
      ],
    },
    async perform({ question }, at) {
      const receiver = await at.unit('clinic');
      const { reference } = await at.make({
        resourceType: 'ServiceRequest',
        status: 'active',
        intent: 'order',
        category: [CATEGORY],
        code: REFERRAL,
        subject: { reference: at.patient },
        encounter: pointer(encounterOf(at)),
        authoredOn: at.now(),
        requester: at.me,
        performer: pointers(receiver),
        reasonCode: [{ text: question }],
      });
      await at.make({
        resourceType: 'Task',
        status: 'requested',
        intent: 'order',
        code: REFERRAL,
        description: question,
        focus: { reference },
        for: { reference: at.patient },
        authoredOn: at.now(),
        requester: at.me,
        owner: pointer(receiver),
      });
      return { reference };
    },
  },

  'accept-referral': {
    needs: DEALING,
    perform: ({ referral }, at) => dealWith(madeBy(at, referral), { status: 'accepted' }, at),
  },

  'return-referral': {
    needs: DEALING,
    perform: ({ referral, reason }, at) =>
      dealWith(madeBy(at, referral), { status: 'rejected', statusReason: { text: reason } }, at),
  },

  'answer-referral': {
    needs: DEALING,
    perform: ({ referral, answer }, at) =>
      dealWith(
        madeBy(at, referral),
        {
          status: 'completed',
          output: [{ type: concept('referral-answer', 'Remissvar'), valueString: answer }],
        },
        at,
      ),
  },
};

/** What the receiver does with a referral that waits on its list. */
async function dealWith(referral: string, change: Partial<Task>, at: Workstation): Promise<Made> {
  const found = await at.await(() => waiting(referral, at));
  if (found === undefined) throw new Refused('Remissen finns inte bland de obesvarade.', 'absence');
  await at.client.update('Task', referenceTo(found), at.context.token, (task) => ({ ...task, ...change }));
  return { reference: referral };
}

const OPEN = ['requested', 'accepted'];

/** The referral where it waits: on the list of the unit that it is to. */
async function waiting(referral: string, at: Workstation): Promise<Task | undefined> {
  const owner = await at.unit('clinic');
  const query = { focus: referral, ...(owner === undefined ? {} : { owner }) };
  return (await at.client.search('Task', query)).find(
    (task) => isAbout(task, referral) && OPEN.includes(task.status ?? ''),
  );
}

const isAbout = ({ focus }: Task, referral: string): boolean =>
  localReference(focus?.reference ?? '') === referral;

const questions: QuestionTable<ReferralQuestion> = {
  'referral-waiting': {
    needs: { searches: [['Task', 'focus', 'owner']], interactions: [['read', 'ServiceRequest']] },
    expected: ({ referral }) => `”${referral.ref}” väntar hos mottagaren, med frågan och när den skickades.`,
    async look({ referral }, at) {
      const reference = madeBy(at, referral);
      const task = await waiting(reference, at);
      if (task === undefined) return { seen: false, observed: 'Remissen finns inte bland de obesvarade.' };
      const { question } = taskBehind<Sending>(at.context, referral.ref, 'send-referral');
      const { reasonCode, authoredOn } = await at.client.read('ServiceRequest', reference);
      const asked = reasonCode?.[0]?.text;
      const isWhole = asked === question && task.description === question && authoredOn !== undefined;
      return {
        seen: isWhole,
        observed: isWhole
          ? `Remissen väntar sedan ${authoredOn}, med frågan ${quoted(asked)}.`
          : `Remissen väntar, men frågan är ${quoted(asked ?? '')}, på listan ${quoted(task.description ?? '')}, och den är skickad ${authoredOn ?? 'okänt när'}.`,
      };
    },
  },

  'referral-dealt-with': {
    needs: { searches: [['Task', 'focus']] },
    expected: ({ referral }) => `”${referral.ref}” väntar inte längre hos någon.`,
    async look({ referral }, at) {
      const reference = madeBy(at, referral);
      const open = await at.client.search('Task', { focus: reference });
      const task = open.find((each) => isAbout(each, reference) && OPEN.includes(each.status ?? ''));
      return {
        seen: task === undefined,
        observed: task === undefined ? 'Remissen väntar inte.' : 'Remissen står kvar bland de obesvarade.',
      };
    },
  },

  'referral-answered': {
    needs: { searches: [['Task', 'focus', 'patient']] },
    expected: ({ answer }) => `Den som skickade remissen läser svaret ${quoted(answer)}.`,
    async look({ referral, answer }, at) {
      const task = await ofSender(madeBy(at, referral), at);
      const read = task?.status === 'completed' ? task.output?.[0]?.valueString : undefined;
      return {
        seen: read === answer,
        observed: read === undefined ? 'Remissen är inte besvarad.' : `Svaret är ${quoted(read)}.`,
      };
    },
  },

  'referral-returned': {
    needs: { searches: [['Task', 'focus', 'patient']] },
    expected: ({ reason }) => `Den som skickade remissen ser att den kom tillbaka: ${quoted(reason)}.`,
    async look({ referral, reason }, at) {
      const task = await ofSender(madeBy(at, referral), at);
      if (task?.status !== 'rejected') return { seen: false, observed: 'Remissen är inte återsänd.' };
      const read = task.statusReason?.text;
      return {
        seen: read === reason,
        observed: `Remissen är återsänd${read === undefined ? ' utan skäl' : `: ${quoted(read)}`}.`,
      };
    },
  },
};

/** The referral as the one who sent it finds it in the chart. */
async function ofSender(referral: string, at: Workstation): Promise<Task | undefined> {
  const found = await at.client.search('Task', { patient: at.patient, focus: referral });
  return found.find((task) => isAbout(task, referral));
}

export const fhir: FhirArea = { tasks, questions };
