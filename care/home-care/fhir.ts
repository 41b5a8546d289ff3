import type { Observation } from '@medplum/fhirtypes';
import type { Of } from '../../domain/activity.ts';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { Ref } from '../../domain/ref.ts';
import { DAY, MINUTE } from '../../domain/time.ts';
import { boundOf, type StepContext, unitOf } from '../../systems/care-system.ts';
import { concept, hasCode, isAt } from '../../systems/fhir-r4/concepts.ts';
import type { FhirArea, Made, Needs, QuestionTable, TaskTable } from '../../systems/fhir-r4/handler.ts';
import { atUnit } from '../../systems/fhir-r4/participant.ts';
import { madeBy, type Workstation } from '../../systems/fhir-r4/workstation.ts';
import type { HomeCareQuestion, HomeCareTask } from './activities.ts';
import { doseOf, observationOf, type Stamp } from './home-resources.ts';

/** How long a home visit takes, and a delegation holds: a year at most (SOSFS 1997:14 om delegering). */
const VISIT = 30 * MINUTE;
const DELEGATION = 365 * DAY;

const GIVING: Needs = {
  interactions: [
    ['read', 'MedicationRequest'],
    ['create', 'MedicationAdministration'],
  ],
};

const tasks: TaskTable<HomeCareTask> = {
  'plan-home-visit': {
    needs: { interactions: [['create', 'Appointment']] },
    perform({ reason }, at) {
      const start = at.now();
      return at.make({
        resourceType: 'Appointment',
        status: 'booked',
        serviceType: [concept('home-visit', 'Hembesök')],
        description: reason,
        start,
        end: new Date(Date.parse(start) + VISIT).toISOString(),
        participant: [
          { actor: { reference: at.patient }, status: 'accepted' },
          ...atUnit(unitOf(at.context), 'accepted'),
        ],
      });
    },
  },

  'delegate-drugs': {
    needs: { interactions: [['create', 'Task']] },
    perform: (_task, at) =>
      at.make({
        resourceType: 'Task',
        status: 'requested',
        intent: 'order',
        code: concept('drug-delegation', 'Delegering av läkemedel'),
        for: { reference: at.patient },
        authoredOn: at.now(),
        executionPeriod: delegationFrom(at.now()),
        requester: at.me,
      }),
  },

  'accept-delegation': {
    needs: { interactions: [['create', 'Task']] },
    perform: ({ delegation }, at) =>
      at.make({
        resourceType: 'Task',
        status: 'accepted',
        intent: 'order',
        code: concept('delegation-accepted', 'Mottagen delegering'),
        focus: { reference: madeBy(at, delegation) },
        for: { reference: at.patient },
        authoredOn: at.now(),
        executionPeriod: delegationFrom(at.now()),
        requester: at.me,
      }),
  },

  // Nothing is sent: what was written is on the device, stamped.
  'write-without-network': {
    needs: {},
    perform: async ({ clockAhead }, at) => ({ data: { ...stampAt(at, clockAhead) } }),
  },
  'give-without-network': {
    needs: {},
    perform: async (_task, at) => ({ data: { ...stampAt(at, 0) } }),
  },

  'attempt-to-give-at-home': {
    needs: GIVING,
    perform: ({ prescription }, at) => give(prescription, stampAt(at, 0), at),
  },

  'send-from-device': {
    needs: {
      interactions: [...(GIVING.interactions ?? []), ['create', 'Observation']],
    },
    async perform({ entry, answerLost }, at) {
      const made = await send(entry, at);
      return answerLost ? send(entry, at) : made;
    },
  },
};

const delegationFrom = (now: string) => ({
  start: now,
  end: new Date(Date.parse(now) + DELEGATION).toISOString(),
});

function stampAt(at: Workstation, minutesAhead: number): Stamp {
  const now = at.now();
  const deviceTime = new Date(Date.parse(now) + minutesAhead * MINUTE).toISOString();
  return { id: at.context.token, at: now, deviceTime };
}

async function send({ ref }: Ref, at: Workstation): Promise<Made> {
  const { task, data } = boundOf(at.context, ref);
  const written = task as Of<HomeCareTask, 'write-without-network' | 'give-without-network'>;
  const stamp = data as unknown as Stamp;
  return written.kind === 'give-without-network'
    ? give(written.prescription, stamp, at)
    : at.make(observationOf(written.finding, stamp, at));
}

async function give(prescription: Ref, stamp: Stamp, at: Workstation): Promise<Made> {
  const request = await at.client.read('MedicationRequest', madeBy(at, prescription));
  return at.make(doseOf(request, at.context.actor, stamp, at));
}

/** The id that the device gave what a sending sent. */
function idBehind(sent: Ref, context: StepContext): string {
  const { entry } = boundOf(context, sent.ref).task as Of<HomeCareTask, 'send-from-device'>;
  return String(boundOf(context, entry.ref).data?.id);
}

const fromDevice = (sent: Ref, at: Workstation): string =>
  `${SYSTEMS.homeCare}|${idBehind(sent, at.context)}`;

const questions: QuestionTable<HomeCareQuestion> = {
  'home-entry-on-record': {
    needs: { searches: [['Observation', 'subject', 'identifier']] },
    expected: ({ entry }) => `”${entry.ref}” står i journalen som det skrevs, en gång.`,
    async look({ entry }, at) {
      const found = await at.client.search('Observation', {
        subject: at.patient,
        identifier: fromDevice(entry, at),
      });
      const [first, ...more] = found.seen;
      if (first === undefined) {
        found.all();
        return { seen: false, observed: 'Det som skrevs i hemmet står inte i journalen.' };
      }
      if (more.length > 0)
        return { seen: false, observed: `Det står ${more.length + 1} gånger i journalen.` };
      const differs = differenceIn(first, entry, at);
      return { seen: differs === undefined, observed: differs ?? 'Det står i journalen, en gång.' };
    },
  },

  'home-dose-once': {
    needs: { searches: [['MedicationAdministration', 'subject', 'identifier']] },
    expected: ({ dose }) => `”${dose.ref}” står i journalen en gång.`,
    async look({ dose }, at) {
      const found = await at.client.search('MedicationAdministration', {
        subject: at.patient,
        identifier: fromDevice(dose, at),
      });
      const given = found.all().filter(({ status }) => status === 'completed').length;
      return {
        seen: given === 1,
        observed: given === 1 ? 'Dosen står en gång.' : `Dosen står ${given} gånger.`,
      };
    },
  },

  'measured-before': {
    needs: { interactions: [['read', 'Observation']] },
    expected: ({ earlier, later }) => `”${earlier.ref}” står med en tid före ”${later.ref}”.`,
    async look({ earlier, later }, at) {
      const [first = '', second = ''] = await Promise.all(
        [earlier, later].map(
          async (name) => (await at.client.read('Observation', madeBy(at, name))).effectiveDateTime,
        ),
      );
      return {
        seen: Date.parse(first) <= Date.parse(second),
        observed: `”${earlier.ref}” står med tiden ${first}, ”${later.ref}” med ${second}.`,
      };
    },
  },

  'told-given-twice': {
    needs: { searches: [['DetectedIssue', 'implicated']], workflows: ['home-doses'] },
    expected: ({ dose }) => `Systemet säger att ”${dose.ref}” redan var given av en annan.`,
    async look({ dose }, at) {
      const issues = await at.client.search('DetectedIssue', { implicated: madeBy(at, dose) });
      const told = issues.find(({ code }) => hasCode(code, 'dose-given-twice'));
      return {
        seen: told !== undefined,
        observed: told?.detail ?? 'Systemet säger inget om att dosen redan var given.',
      };
    },
  },

  'list-age-told': {
    needs: { searches: [['MedicationRequest', 'subject', 'status']] },
    expected: ({ prescription }) => `Listan med ”${prescription.ref}” säger när den senast ändrades.`,
    async look({ prescription }, at) {
      const reference = madeBy(at, prescription);
      const list = await at.client.search('MedicationRequest', { subject: at.patient, status: 'active' });
      const listed = list.find((each) => isAt(each, reference));
      const changed = listed?.meta?.lastUpdated;
      return {
        seen: changed !== undefined,
        observed:
          listed === undefined
            ? 'Ordinationen står inte i listan.'
            : `Ordinationen ändrades senast ${changed ?? 'vid en tid som listan inte säger'}.`,
      };
    },
  },

  'told-drug-stopped': {
    needs: { interactions: [['read', 'MedicationRequest']] },
    expected: ({ prescription }) => `”${prescription.ref}” står som utsatt.`,
    async look({ prescription }, at) {
      const { status } = await at.client.read('MedicationRequest', madeBy(at, prescription));
      return { seen: status === 'stopped', observed: `Ordinationen står som ${status}.` };
    },
  },
};

/** What stands otherwise than it was written, as a sentence. */
function differenceIn(standing: Observation, sent: Ref, at: Workstation): string | undefined {
  const { entry } = boundOf(at.context, sent.ref).task as Of<HomeCareTask, 'send-from-device'>;
  const { task, data } = boundOf(at.context, entry.ref);
  const { finding } = task as Of<HomeCareTask, 'write-without-network'>;
  const written = observationOf(finding, data as unknown as Stamp, at);
  const same =
    JSON.stringify([standing.valueString, valuesIn(standing)]) ===
    JSON.stringify([written.valueString, valuesIn(written)]);
  return same ? undefined : 'Det står något annat i journalen än det som skrevs.';
}

const valuesIn = ({ component = [] }: Observation) =>
  component.map(({ valueQuantity }) => valueQuantity?.value);

export const fhir: FhirArea = {
  workflows: { 'home-doses': { sv: 'säger till när en dos från hemmet redan var given' } },
  tasks,
  questions,
};
