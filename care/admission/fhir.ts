import type { Encounter, Resource } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { done } from '../../systems/care-system.ts';
import { Refused } from '../../systems/driver/outcome.ts';
import { identityShown } from '../../systems/driver/shielding.ts';
import { listed } from '../../systems/driver/words.ts';
import type { Found, Listed } from '../../systems/fhir-r4/client.ts';
import { concept, pointer, referenceTo } from '../../systems/fhir-r4/concepts.ts';
import {
  everyNeed,
  type FhirArea,
  type Made,
  type Needs,
  type QuestionTable,
  type TaskTable,
} from '../../systems/fhir-r4/handler.ts';
import { encounterOf, type Workstation } from '../../systems/fhir-r4/workstation.ts';
import {
  type AdmissionQuestion,
  type AdmissionTask,
  SURFACES,
  type Surface,
  TRIAGE_COLOURS,
} from './activities.ts';
import { bedWritten, writtenBedOnList } from './plainly.ts';
import { identityMarked, printedByReader } from './shielding.ts';

const BED_WRITTEN = 'Systemet säger inte att det tilldelar någon vårdplats; den skrevs vid inläggningen.';

const ADMITTING: Needs['interactions'] = [
  ['create', 'Encounter'],
  ['read', 'Encounter'],
  ['update', 'Encounter'],
];

const tasks: TaskTable<AdmissionTask> = {
  'register-arrival': {
    needs: { interactions: [['create', 'Encounter']] },
    async perform({ reason }, at) {
      const { unit } = at.context.actor;
      return at.make({
        resourceType: 'Encounter',
        status: 'arrived',
        class: { system: SYSTEMS.actCode, code: unit === 'emergency' ? 'EMER' : 'AMB' },
        subject: { reference: at.patient },
        period: { start: at.now() },
        reasonCode: [{ text: reason }],
        serviceProvider: pointer(await at.unit(unit)),
      });
    },
  },

  triage: {
    needs: {
      interactions: [
        ['read', 'Encounter'],
        ['update', 'Encounter'],
      ],
    },
    async perform({ colour }, at) {
      const reference = presentEncounter(at);
      await at.client.update('Encounter', reference, at.context.token, (encounter) => ({
        ...encounter,
        status: 'triaged',
        priority: concept(`triage-${colour}`, TRIAGE_COLOURS[colour]),
      }));
      return { reference };
    },
  },

  'call-in': {
    needs: {
      interactions: [
        ['read', 'Encounter'],
        ['update', 'Encounter'],
      ],
    },
    async perform(_, at) {
      const reference = presentEncounter(at);
      await at.client.update('Encounter', reference, at.context.token, (encounter) => ({
        ...encounter,
        status: 'in-progress',
      }));
      return { reference };
    },
  },

  admit: {
    needs: { interactions: ADMITTING, workflows: ['bed-assignment'] },
    perform: (_, at) => admitted(at, undefined),
    plainly: {
      needs: { interactions: ADMITTING },
      perform: async (_, at) => ({ ...(await admitted(at, bedWritten(at))), remark: BED_WRITTEN }),
    },
  },

  'declare-ready-for-discharge': {
    needs: { interactions: [['create', 'Observation']] },
    perform(_, at) {
      const now = at.now();
      const encounter = encounterOf(at);
      return at.make({
        resourceType: 'Observation',
        status: 'final',
        code: concept('ready-for-discharge', 'Utskrivningsklar'),
        subject: { reference: at.patient },
        encounter: pointer(encounter),
        effectiveDateTime: now,
        valueDateTime: now,
        performer: [at.me],
      });
    },
  },

  discharge: {
    needs: {
      interactions: [
        ['read', 'Encounter'],
        ['update', 'Encounter'],
      ],
    },
    async perform(_, at) {
      const stay = done(at.context, 'admit').at(-1)?.reference;
      if (stay === undefined) throw new Refused('Patienten är inte inskriven.', 'absence');
      await finish(at, stay);
      return { reference: stay };
    },
  },

  'print-document': {
    needs: { operations: [['Encounter', 'print']] },
    async perform({ document }, at) {
      await at.client.operate(presentEncounter(at), 'print', { document });
      return {};
    },
    plainly: printedByReader,
  },
};

async function admitted(at: Workstation, location: Encounter['location']): Promise<Made> {
  const made = await at.make({
    resourceType: 'Encounter',
    status: 'in-progress',
    class: { system: SYSTEMS.actCode, code: 'IMP' },
    subject: { reference: at.patient },
    period: { start: at.now() },
    location,
    serviceProvider: pointer(await at.unit('ward')),
  });
  const arrival = done(at.context, 'register-arrival').at(-1);
  if (arrival?.actor.unit === 'emergency' && arrival.reference !== undefined) {
    await finish(at, arrival.reference);
  }
  return made;
}

const finish = (at: Workstation, encounter: string): Promise<void> =>
  at.client.update('Encounter', encounter, at.context.token, (current) => ({
    ...current,
    status: 'finished',
    period: { ...current.period, end: at.now() },
  }));

function presentEncounter(at: Workstation): string {
  const encounter = encounterOf(at);
  if (encounter === undefined) throw new Refused('Patienten är inte registrerad som ankommen.', 'absence');
  return encounter;
}

const SHIELDING = { workflows: ['identity-shielding'] } as const;
const PRINTED: Needs = {
  ...SHIELDING,
  searches: [['DocumentReference', 'subject', 'type']],
  operations: [['Encounter', 'print']],
};

/** What it takes to look at each surface. */
const SURFACE_NEEDS: Readonly<Record<Surface, Needs>> = {
  'unit-list': { ...SHIELDING, searches: [['Encounter', 'service-provider', 'status', 'subject']] },
  chart: { ...SHIELDING, interactions: [['read', 'Patient']] },
  letter: PRINTED,
  label: PRINTED,
  export: { ...SHIELDING, operations: [['Patient', 'everything']] },
};

const questions: QuestionTable<AdmissionQuestion> = {
  'patient-on-unit-list': {
    needs: { searches: [['Encounter', 'service-provider', 'status', 'subject']] },
    expected: () => 'Patienten står på enhetens lista.',
    async look(_, at) {
      const present = await onUnitList(at);
      const own = encounterOf(at);
      const seen = present.find((each) => own === undefined || referenceTo(each) === own) !== undefined;
      return {
        seen,
        observed: seen ? 'Patienten står på listan.' : 'Patienten står inte på listan.',
      };
    },
  },

  'bed-on-ward-list': {
    needs: {
      searches: [['Encounter', 'service-provider', 'status', 'subject']],
      workflows: ['bed-assignment'],
    },
    expected: () => 'Patienten står på avdelningens lista, med vårdplats.',
    async look(_, at) {
      const stay = (await onUnitList(at)).find((each) => each.class?.code === 'IMP');
      if (stay === undefined) return { seen: false, observed: 'Patienten står inte på avdelningens lista.' };
      const bed = stay.location?.[0]?.location;
      return {
        seen: bed !== undefined,
        observed:
          bed === undefined
            ? 'Patienten står på listan utan vårdplats.'
            : `Patienten har vårdplats ${bed.display ?? bed.reference ?? ''}.`,
      };
    },
    plainly: writtenBedOnList((at) => onUnitList(at)),
  },

  'identity-shielded': {
    needs: everyNeed(Object.values(SURFACE_NEEDS)),
    needsOf: ({ surface }) => SURFACE_NEEDS[surface],
    expected: ({ surface }) => `Varken namn eller adress går att läsa i ${SURFACES[surface]}.`,
    async look({ surface }, at) {
      const shown = await SURFACE[surface](at);
      const leaks = identityShown(at.context.patient, shown.seen);
      if (leaks.length > 0) {
        return { seen: false, observed: `I ${SURFACES[surface]} går det att läsa ${listed(leaks)}.` };
      }
      return shown.all().length === 0
        ? { seen: false, observed: `Det finns inget att läsa i ${SURFACES[surface]}.` }
        : { seen: true, observed: 'Varken namn eller adress går att läsa.' };
    },
    plainly: identityMarked((surface, at) => SURFACE[surface](at)),
  },
};

/** What can be read somewhere, and all of it. */
type Shown = Pick<Listed<Resource>, 'seen' | 'all'>;

/** How each surface is read. */
const SURFACE: Readonly<Record<Surface, (at: Workstation) => Promise<Shown>>> = {
  'unit-list': async (at) => {
    const list = await at.client.search('Encounter', {
      ...(await unitList(at)),
      _include: 'Encounter:subject',
    });
    // Without the person there is no name on the list, shielded or not.
    const named = list.included.some(({ resourceType }) => resourceType === 'Patient');
    return {
      seen: named ? [...list.seen, ...list.included] : [],
      all: () => (named ? [...list.all(), ...list.included] : list.all().slice(0, 0)),
    };
  },
  async chart(at) {
    const chart = [await at.client.read('Patient', at.patient)];
    return { seen: chart, all: () => chart };
  },
  letter: (at) => printed(at, 'letter'),
  label: (at) => printed(at, 'label'),
  export: (at) => at.client.list(at.patient, 'everything'),
};

const printed = (at: Workstation, document: 'letter' | 'label'): Promise<Shown> =>
  at.client.search('DocumentReference', { subject: at.patient, type: `${SYSTEMS.genrep}|${document}` });

const onUnitList = async (at: Workstation): Promise<Found<'Encounter'>> =>
  at.client.search('Encounter', await unitList(at));

async function unitList(at: Workstation): Promise<Record<string, string | string[]>> {
  const unit = await at.unit(at.context.actor.unit);
  return {
    ...(unit === undefined ? {} : { 'service-provider': unit }),
    status: ['arrived', 'triaged', 'in-progress'],
    subject: at.patient,
  };
}

/** What a system does by itself here. */
const workflows = {
  'bed-assignment': { sv: 'tilldelar en vårdplats vid inläggning' },
  'identity-shielding': { sv: 'skyddar namn och adress för personer med skyddad identitet' },
} as const;

export const fhir: FhirArea = { tasks, questions, workflows };
