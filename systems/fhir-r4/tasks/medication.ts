import type { MedicationTask } from '../../../domain/activities/medication.ts';
import { ALLERGENS } from '../../../domain/codes/drugs.ts';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import { Refused } from '../../driver/outcome.ts';
import { coded, concept, pointer, quantity, quantityText, referenceTo } from '../concepts.ts';
import type { Made, Needs, TaskTable } from '../handler.ts';
import { atDose, doseOf, prescriptionOf } from '../prescription.ts';
import { encounterOf, madeBy, type Workstation } from '../workstation.ts';

const PRESCRIBING: Needs = { interactions: [['create', 'MedicationRequest']] };

export const medicationTasks: TaskTable<MedicationTask> = {
  'record-allergy': {
    needs: { interactions: [['create', 'AllergyIntolerance']] },
    perform({ allergen }, at) {
      const { snomed, display } = ALLERGENS[allergen];
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

  'change-dose': {
    needs: {
      interactions: [
        ['read', 'MedicationRequest'],
        ['update', 'MedicationRequest'],
      ],
    },
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
