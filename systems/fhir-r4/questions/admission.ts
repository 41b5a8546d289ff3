import type { Resource } from '@medplum/fhirtypes';
import { type AdmissionQuestion, SURFACES, type Surface } from '../../../domain/activities/admission.ts';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import { identityShown } from '../../driver/shielding.ts';
import { listed } from '../../driver/words.ts';
import type { Found, Listed } from '../client.ts';
import { referenceTo } from '../concepts.ts';
import { everyNeed, type Needs, type QuestionTable } from '../handler.ts';
import { writtenBedOnList } from '../plainly/admission.ts';
import { identityMarked } from '../plainly/shielding.ts';
import { encounterOf, type Workstation } from '../workstation.ts';

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

export const admissionQuestions: QuestionTable<AdmissionQuestion> = {
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
