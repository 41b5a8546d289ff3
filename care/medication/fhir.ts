import { scheduleText } from '../../domain/codes/drugs.ts';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { Ref } from '../../domain/ref.ts';
import { Refused } from '../../systems/driver/outcome.ts';
import { listed, quoted } from '../../systems/driver/words.ts';
import type { FhirClient } from '../../systems/fhir-r4/client.ts';
import {
  coded,
  concept,
  pointer,
  quantity,
  quantityText,
  referenceTo,
  sameQuantity,
} from '../../systems/fhir-r4/concepts.ts';
import type { FhirArea, Made, Needs, QuestionTable, TaskTable } from '../../systems/fhir-r4/handler.ts';
import { encounterOf, madeBy, type Workstation } from '../../systems/fhir-r4/workstation.ts';
import {
  MEDICATION_VIEWS,
  type MedicationQuestion,
  type MedicationTask,
  type MedicationView,
} from './activities.ts';
import {
  dailyStopped,
  everyDay,
  listsAgree,
  scheduleAsked,
  schedulesAgree,
  stoppedEverywhere,
  stoppedFor,
} from './lists.ts';
import { atDose, doseOf, lineOf, prescriptionOf, scheduleIn } from './prescription.ts';

const PRESCRIBING: Needs = { interactions: [['create', 'MedicationRequest']] };

const CHANGING: Needs = {
  interactions: [
    ['read', 'MedicationRequest'],
    ['update', 'MedicationRequest'],
  ],
};

/** Looks as everybody; where nobody is told from anybody else one look is all. */
const LOOKING: Needs = { searches: [['MedicationRequest', 'subject', 'status']] };
const LOOKING_AS_ALL: Needs = { ...LOOKING, workflows: ['role-views'], patientSignsIn: true };

const tasks: TaskTable<MedicationTask> = {
  'record-allergy': {
    needs: { interactions: [['create', 'AllergyIntolerance']] },
    perform({ allergen: { snomed, display } }, at) {
      return at.make({
        resourceType: 'AllergyIntolerance',
        clinicalStatus: coded(SYSTEMS.allergyClinical, 'active'),
        criticality: 'high',
        code: coded(SYSTEMS.snomed, snomed, display),
        patient: { reference: at.patient },
        recordedDate: at.now(),
        recorder: at.me,
      });
    },
  },

  prescribe: { needs: PRESCRIBING, perform: prescribe },

  'attempt-to-prescribe': { needs: PRESCRIBING, perform: prescribe },

  'attempt-daily-dosing': {
    needs: PRESCRIBING,
    perform: ({ drug }, at) => at.make(prescriptionOf(everyDay(drug), at)),
  },

  'stop-drug': {
    needs: CHANGING,
    async perform({ prescription }, at) {
      const reference = madeBy(at, prescription);
      await at.client.update('MedicationRequest', reference, at.context.token, (request) => ({
        ...request,
        status: 'stopped',
        statusReason: { text: 'Utsatt vid läkemedelsavstämning' },
      }));
      return { reference };
    },
  },

  'change-dose': {
    needs: CHANGING,
    async perform({ prescription, dose, unit }, at) {
      const reference = madeBy(at, prescription);
      await at.client.update('MedicationRequest', reference, at.context.token, (request) =>
        atDose(request, quantity(dose, unit)),
      );
      return { reference };
    },
  },

  'review-prescription': {
    needs: { interactions: [['create', 'Task']] },
    perform({ prescription }, at) {
      return at.make({
        resourceType: 'Task',
        status: 'completed',
        intent: 'order',
        code: concept('review-prescription', 'Läkemedelsgranskning'),
        focus: { reference: madeBy(at, prescription) },
        for: { reference: at.patient },
        authoredOn: at.now(),
        requester: at.me,
      });
    },
  },

  'give-dose': {
    needs: {
      interactions: [['create', 'MedicationAdministration']],
      searches: [['MedicationRequest', 'subject', 'status']],
    },
    async perform({ prescription }, at) {
      const reference = madeBy(at, prescription);
      const active = { subject: at.patient, status: 'active' };
      const listed = await at.await(async () =>
        (await at.client.search('MedicationRequest', active)).find((each) => referenceTo(each) === reference),
      );
      if (listed === undefined)
        throw new Refused('Läkemedlet står inte på sjuksköterskans utdelningslista.', 'absence');
      const dose = doseOf(listed);
      if (dose === undefined)
        throw new Refused('Sjuksköterskans utdelningslista visar ingen dos för läkemedlet.', 'absence');
      const route = listed.dosageInstruction?.[0]?.route;
      return at.make({
        resourceType: 'MedicationAdministration',
        status: 'completed',
        medicationCodeableConcept: listed.medicationCodeableConcept,
        subject: { reference: at.patient },
        context: pointer(encounterOf(at)),
        effectiveDateTime: at.now(),
        performer: [{ actor: at.me }],
        request: { reference },
        dosage: { text: quantityText(dose), dose, route },
      });
    },
  },
};

function prescribe({ drug }: Extract<MedicationTask, { drug: unknown }>, at: Workstation): Promise<Made> {
  return at.make(prescriptionOf(drug, at));
}

const questions: QuestionTable<MedicationQuestion> = {
  'prescription-stopped': {
    needs: { workflows: ['decision-support'] },
    expected: ({ reason }) => `Ordinationen stoppas, med överkänsligheten (${reason.word}) som skäl.`,
    look: async (question, at) => stoppedFor(question, at.context),
  },

  'prescription-without-warning': {
    needs: {
      interactions: [['read', 'MedicationRequest']],
      searches: [['DetectedIssue', 'implicated']],
      workflows: ['decision-support'],
    },
    expected: ({ prescription }) => `Ordinationen ”${prescription.ref}” finns, utan varning.`,
    async look({ prescription }, at) {
      const reference = madeBy(at, prescription);
      await at.client.read('MedicationRequest', reference);
      const issues = await at.client.search('DetectedIssue', { implicated: reference });
      const warnings = issues.seen.map(({ detail }) => quoted(detail ?? 'utan text'));
      // It was let through, so that nothing of this stops anybody.
      const advice = issues.seen.map(({ detail = '', severity }) => ({
        strength: severity === 'low' ? ('info' as const) : ('warn' as const),
        text: detail,
      }));
      if (warnings.length > 0)
        return { seen: false, observed: `Systemet varnar: ${listed(warnings)}.`, advice };
      issues.all();
      return { seen: true, observed: 'Ingen varning finns.', advice };
    },
  },

  'daily-dosing-stopped': {
    needs: { workflows: ['weekly-dosing'] },
    expected: () => 'Ordinationen stoppas, eftersom läkemedlet ges en gång i veckan.',
    look: async ({ attempt }, at) => dailyStopped(attempt, at.context),
  },

  'schedule-on-every-list': {
    needs: LOOKING_AS_ALL,
    expected: ({ prescription }, at) => `I alla listor står ${scheduleAsked(prescription, at.context)}.`,
    look: ({ prescription, views }, at) =>
      schedulesAgree(views, scheduleAsked(prescription, at.context), (view) =>
        scheduleSeen(at.as(view), prescription, at),
      ),
    plainly: {
      needs: LOOKING,
      expected: ({ prescription }, at) => `I listan står ${scheduleAsked(prescription, at.context)}.`,
      async look({ prescription }, at) {
        const schedule = await scheduleSeen(at.client, prescription, at);
        return {
          seen: schedule === scheduleAsked(prescription, at.context),
          observed: `I listan står ${schedule ?? 'inte läkemedlet'}. Systemet skiljer inte läsare åt; bara en lista är prövad.`,
        };
      },
    },
  },

  'stopped-on-every-list': {
    needs: LOOKING_AS_ALL,
    expected: ({ stopped, kept }) => `”${stopped.ref}” är borta och ”${kept.ref}” kvar i alla listor.`,
    look: ({ stopped, kept, views }, at) =>
      stoppedEverywhere(views, (view) => heldOn(at.as(view), stopped, kept, at)),
    plainly: {
      needs: LOOKING,
      expected: ({ stopped, kept }) => `”${stopped.ref}” är borta och ”${kept.ref}” kvar i listan.`,
      async look({ stopped, kept }, at) {
        const held = await heldOn(at.client, stopped, kept, at);
        return {
          seen: !held.stopped && held.kept,
          observed: `Det utsatta ${held.stopped ? 'står kvar' : 'är borta'}, det andra ${held.kept ? 'står kvar' : 'saknas'}. Systemet skiljer inte läsare åt; bara en lista är prövad.`,
        };
      },
    },
  },

  'medication-lists-agree': {
    needs: {
      searches: [['MedicationRequest', 'subject', 'status']],
      workflows: ['role-views'],
      patientSignsIn: true,
    },
    expected: ({ views }) =>
      `Samma läkemedel och doser står i ${listed(views.map((view) => MEDICATION_VIEWS[view]))}.`,
    look: ({ views }, at) => listsAgree(views, (view) => linesOf(view, at)),
  },

  'dose-on-nurses-list': {
    needs: { searches: [['MedicationRequest', 'subject', 'status']], workflows: ['role-views'] },
    expected: ({ dose, unit }) =>
      `Sjuksköterskans utdelningslista visar dosen ${quantityText(quantity(dose, unit))}, lika ofta som den ordinerades.`,
    async look({ prescription, dose, unit }, at) {
      const reference = madeBy(at, prescription);
      const nursesList = await at
        .as('nurse')
        .search('MedicationRequest', { subject: at.patient, status: 'active' });
      const request = nursesList.find((each) => referenceTo(each) === reference);
      if (request === undefined) return { seen: false, observed: 'Läkemedlet står inte på listan.' };
      // A list that does not tell how often is not held against it.
      const told = scheduleIn(request);
      const often = told === undefined ? undefined : scheduleText(told);
      const isAsOften = often === undefined || often === scheduleAsked(prescription, at.context);
      return {
        seen: sameQuantity(doseOf(request), quantity(dose, unit)) && isAsOften,
        observed: `På listan står ${lineOf(request)}${isAsOften ? '' : `, ${often}`}.`,
      };
    },
  },

  'given-dose-is-ordered-dose': {
    needs: {
      interactions: [
        ['read', 'MedicationAdministration'],
        ['read', 'MedicationRequest'],
      ],
    },
    expected: () => 'Den givna dosen är den ordinerade.',
    async look({ given, prescription }, at) {
      const { dosage } = await at.client.read('MedicationAdministration', madeBy(at, given));
      const ordered = doseOf(await at.as('physician').read('MedicationRequest', madeBy(at, prescription)));
      return {
        seen: sameQuantity(dosage?.dose, ordered),
        observed: `Given dos är ${quantityText(dosage?.dose)}, ordinerad dos är ${quantityText(ordered)}.`,
      };
    },
  },

  'dose-given': {
    needs: { interactions: [['read', 'MedicationAdministration']] },
    expected: () => 'Dosen står som given.',
    async look({ given }, at) {
      const dose = await at.client.find('MedicationAdministration', madeBy(at, given));
      if (dose === undefined) return { seen: false, observed: 'Ingen given dos finns.' };
      const isGiven = dose.status === 'completed';
      return {
        seen: isGiven,
        observed: isGiven
          ? `${quantityText(dose.dosage?.dose)} är given.`
          : `Dosen har status ${dose.status}.`,
      };
    },
  },
};

/** The active drugs as one role's list shows them. */
async function linesOf(view: MedicationView, at: Workstation): Promise<string[]> {
  const drugs = await at.as(view).search('MedicationRequest', { subject: at.patient, status: 'active' });
  return drugs.all().map(lineOf);
}

const activeFor = (client: FhirClient, at: Workstation) =>
  client.search('MedicationRequest', { subject: at.patient, status: 'active' });

/** How often a drug is given, as one reader's list says it; undefined where the drug is not there. */
async function scheduleSeen(client: FhirClient, { ref }: Ref, at: Workstation): Promise<string | undefined> {
  const reference = madeBy(at, { ref });
  const found = (await activeFor(client, at)).find((each) => referenceTo(each) === reference);
  if (found === undefined) return undefined;
  const schedule = scheduleIn(found);
  return schedule === undefined ? 'inget intervall' : scheduleText(schedule);
}

async function heldOn(client: FhirClient, stopped: Ref, kept: Ref, at: Workstation) {
  const active = (await activeFor(client, at)).all().filter(({ status }) => status === 'active');
  const holds = (name: Ref) => active.some((each) => referenceTo(each) === madeBy(at, name));
  return { stopped: holds(stopped), kept: holds(kept) };
}

/** What a system does by itself here. */
const workflows = {
  'decision-support': { sv: 'stoppar eller varnar vid ordination' },
  'weekly-dosing': { sv: 'stoppar daglig dosering av det som ges en gång i veckan' },
  'role-views': { sv: 'visar varje yrkesroll dess egen läkemedelslista', tellsReadersApart: true },
} as const;

export const fhir: FhirArea = { tasks, questions, workflows };
