import type { Identifier, Procedure } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { Ref } from '../../domain/ref.ts';
import { boundOf } from '../../systems/care-system.ts';
import { concept, isAt, pointer, pointers } from '../../systems/fhir-r4/concepts.ts';
import type { FhirArea, Made, Needs, QuestionTable, TaskTable } from '../../systems/fhir-r4/handler.ts';
import { encounterOf, madeBy, type Workstation } from '../../systems/fhir-r4/workstation.ts';
import type { TransfusionQuestion, TransfusionTask } from './activities.ts';
import { bagNumber } from './bag.ts';
import { bloodStopped, UNCHECKED, WRONG_BAG } from './stopped.ts';

const GIVING: Needs = { interactions: [['create', 'Procedure']] };
const STOPPING: Needs = { workflows: ['transfusion-check'] };

const tasks: TaskTable<TransfusionTask> = {
  'order-blood': {
    needs: { interactions: [['create', 'ServiceRequest']] },
    async perform(_, at) {
      return at.make({
        resourceType: 'ServiceRequest',
        status: 'active',
        intent: 'order',
        code: concept('blood-order', 'Erytrocytkoncentrat, en enhet'),
        subject: { reference: at.patient },
        encounter: pointer(encounterOf(at)),
        authoredOn: at.now(),
        requester: at.me,
        performer: pointers(await at.unit('laboratory')),
      });
    },
  },

  'issue-blood': {
    needs: { interactions: [['create', 'Task']] },
    async perform({ order }, at) {
      const number = bagNumber(at.context.token);
      const made = await at.make({
        resourceType: 'Task',
        identifier: [bag(number)],
        status: 'ready',
        intent: 'order',
        code: concept('blood-unit', 'Utlämnad blodpåse'),
        focus: { reference: madeBy(at, order) },
        for: { reference: at.patient },
        authoredOn: at.now(),
        requester: at.me,
      });
      return { ...made, data: { number } };
    },
  },

  'check-blood': {
    needs: { interactions: [['create', 'Task']] },
    perform({ bag: issued }, at) {
      return at.make({
        resourceType: 'Task',
        identifier: [bag(numberOn(issued, at))],
        status: 'completed',
        intent: 'order',
        code: concept('blood-check', 'Kontroll av blodpåse mot patient'),
        focus: { reference: madeBy(at, issued) },
        for: { reference: at.patient },
        authoredOn: at.now(),
        requester: at.me,
      });
    },
  },

  transfuse: { needs: GIVING, perform: ({ bag: issued }, at) => give(numberOn(issued, at), at) },
  'attempt-to-transfuse': { needs: GIVING, perform: ({ bag: issued }, at) => give(numberOn(issued, at), at) },
  // A number that was never issued for this patient is as another patient's.
  'attempt-wrong-bag': { needs: GIVING, perform: (_, at) => give(bagNumber(at.context.token), at) },
};

const bag = (value: string): Identifier => ({ system: SYSTEMS.bloodUnit, value });

const numberOn = ({ ref }: Ref, { context }: Workstation): string =>
  String(boundOf(context, ref).data?.number);

const give = (number: string, at: Workstation): Promise<Made> =>
  at.make<Procedure>({
    resourceType: 'Procedure',
    identifier: [bag(number)],
    status: 'completed',
    code: concept('transfusion', 'Transfusion av erytrocyter'),
    subject: { reference: at.patient },
    encounter: pointer(encounterOf(at)),
    performedDateTime: at.now(),
    recorder: at.me,
  });

const questions: QuestionTable<TransfusionQuestion> = {
  'blood-issued': {
    needs: { searches: [['Task', 'patient', 'code']] },
    expected: ({ bag: issued }) => `”${issued.ref}” är utlämnad till patienten.`,
    async look({ bag: issued }, at) {
      const reference = madeBy(at, issued);
      const units = await at.client.search('Task', {
        patient: at.patient,
        code: `${SYSTEMS.genrep}|blood-unit`,
      });
      const found = units.find((each) => isAt(each, reference));
      const number = found?.identifier?.[0]?.value;
      return {
        seen: number === numberOn(issued, at),
        observed: number === undefined ? 'Påsen syns inte.' : `Påsen ${number} är utlämnad till patienten.`,
      };
    },
  },

  'unchecked-blood-stopped': {
    needs: STOPPING,
    expected: () => 'Blodet stoppas, eftersom två personer inte har kontrollerat påsen.',
    look: async ({ attempt }, at) => bloodStopped(attempt, UNCHECKED, at.context),
  },

  'wrong-bag-stopped': {
    needs: STOPPING,
    expected: () => 'Blodet stoppas, eftersom påsen inte är utlämnad till patienten.',
    look: async ({ attempt }, at) => bloodStopped(attempt, WRONG_BAG, at.context),
  },

  'transfusion-on-record': {
    needs: { interactions: [['read', 'Procedure']], searches: [['Task', 'patient', 'code']] },
    expected: ({ bag: issued }) =>
      `I journalen står att ”${issued.ref}” gavs, och att två har kontrollerat den.`,
    async look({ transfusion, bag: issued }, at) {
      const given = await at.client.read('Procedure', madeBy(at, transfusion));
      const number = given.identifier?.find(({ system }) => system === SYSTEMS.bloodUnit)?.value;
      const checks = await at.client.search('Task', {
        patient: at.patient,
        code: `${SYSTEMS.genrep}|blood-check`,
      });
      const checkers = new Set(
        checks.seen
          .filter(({ status, identifier }) => status === 'completed' && identifier?.[0]?.value === number)
          .map(({ requester }) => requester?.identifier?.value ?? requester?.reference)
          .filter((who) => who !== undefined),
      );
      return {
        seen: number === numberOn(issued, at) && checkers.size >= 2,
        observed: `Påse ${number ?? 'utan nummer'} är given, kontrollerad av ${checkers.size}.`,
      };
    },
  },
};

/** What a system does by itself here. */
const workflows = {
  'transfusion-check': { sv: 'stoppar blod som inte är patientens eller inte är kontrollerat av två' },
} as const;

export const fhir: FhirArea = { tasks, questions, workflows };
