import type { Encounter } from '@medplum/fhirtypes';
import { type AdmissionTask, TRIAGE_COLOURS } from '../../../domain/activities/admission.ts';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import { Refused } from '../../driver/outcome.ts';
import { concept, pointer } from '../concepts.ts';
import type { Made, Needs, TaskTable } from '../handler.ts';
import { bedWritten } from '../plainly/admission.ts';
import { printedByReader } from '../plainly/shielding.ts';
import { encounterOf, latest, type Workstation } from '../workstation.ts';

const BED_WRITTEN = 'Systemet säger inte att det tilldelar någon vårdplats; den skrevs vid inläggningen.';

const ADMITTING: Needs['interactions'] = [
  ['create', 'Encounter'],
  ['read', 'Encounter'],
  ['update', 'Encounter'],
];

export const admissionTasks: TaskTable<AdmissionTask> = {
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
      const stay = latest(at, 'admit')?.reference;
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
  const arrival = latest(at, 'register-arrival');
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
