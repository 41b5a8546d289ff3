import type { MedicationDispense, MedicationRequest } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { Ref } from '../../domain/ref.ts';
import { Refused } from '../../systems/driver/outcome.ts';
import { coded, hasCode, isAt, quantity } from '../../systems/fhir-r4/concepts.ts';
import type { FhirArea, Made, Needs, QuestionTable, TaskTable } from '../../systems/fhir-r4/handler.ts';
import { madeBy, type Workstation } from '../../systems/fhir-r4/workstation.ts';
import type { EprescriptionQuestion, EprescriptionTask } from './activities.ts';
import { doseText, drugDispensed, issuingOf, lineOf, told } from './eprescription.ts';

const LISTED: Needs = { searches: [['MedicationRequest', 'patient']] };
const DISPENSING: Needs = { ...LISTED, interactions: [['create', 'MedicationDispense']] };

const tasks: TaskTable<EprescriptionTask> = {
  'issue-eprescription': {
    needs: { interactions: [['create', 'MedicationRequest']] },
    perform({ drug, reason }, at) {
      return at.make<MedicationRequest>({
        resourceType: 'MedicationRequest',
        status: 'active',
        intent: 'order',
        category: [coded(SYSTEMS.prescriptionCategory, 'community', 'Recept')],
        medicationCodeableConcept: coded(SYSTEMS.atc, drug.atc, drug.substance),
        subject: { reference: at.patient },
        authoredOn: at.now(),
        requester: at.me,
        reasonCode: [{ text: reason }],
        dosageInstruction: [
          { text: doseText(drug), doseAndRate: [{ doseQuantity: quantity(drug.dose, drug.unit) }] },
        ],
      });
    },
  },

  'withdraw-eprescription': {
    needs: {
      interactions: [
        ['read', 'MedicationRequest'],
        ['update', 'MedicationRequest'],
      ],
    },
    async perform({ eprescription }, at) {
      const reference = madeBy(at, eprescription);
      await at.client.update('MedicationRequest', reference, at.context.token, (request) => ({
        ...request,
        status: 'cancelled',
        statusReason: { text: 'Makulerat av förskrivare' },
      }));
      return { reference };
    },
  },

  dispense: { needs: DISPENSING, perform: hand },
  'attempt-to-dispense': { needs: DISPENSING, perform: hand },
};

/** The pharmacy hands out what its own look at the national list says. */
async function hand({ eprescription }: { readonly eprescription: Ref }, at: Workstation): Promise<Made> {
  const found = await at.await(() => listed(eprescription, at));
  if (found === undefined) throw new Refused('Receptet står inte i nationella läkemedelslistan.', 'absence');
  return at.make<MedicationDispense>({
    resourceType: 'MedicationDispense',
    status: 'completed',
    medicationCodeableConcept: found.medicationCodeableConcept,
    subject: { reference: at.patient },
    performer: [{ actor: at.me }],
    authorizingPrescription: [{ reference: madeBy(at, eprescription) }],
    whenHandedOver: at.now(),
  });
}

/** The list is the patient's prescriptions for pharmacies, of all caregivers. */
async function listed(eprescription: Ref, at: Workstation): Promise<MedicationRequest | undefined> {
  const all = await at.client.search('MedicationRequest', { patient: at.patient });
  return all.find((each) => isAt(each, madeBy(at, eprescription)) && isForPharmacies(each));
}

const isForPharmacies = ({ category = [] }: MedicationRequest): boolean =>
  category.some((each) => hasCode(each, 'community'));

const questions: QuestionTable<EprescriptionQuestion> = {
  'on-national-list': {
    needs: LISTED,
    expected: ({ eprescription }, at) =>
      `I nationella läkemedelslistan står ${told(issuingOf(at.context, eprescription))}.`,
    async look({ eprescription }, at) {
      const found = await listed(eprescription, at);
      if (found === undefined) return { seen: false, observed: NOT_THERE };
      const line = lineOf(
        found.medicationCodeableConcept?.text,
        found.dosageInstruction?.[0]?.text,
        found.reasonCode?.[0]?.text,
      );
      return {
        seen: found.status === 'active' && line === told(issuingOf(at.context, eprescription)),
        observed: `I listan står ${line} (${found.status}).`,
      };
    },
  },

  'withdrawn-on-national-list': {
    needs: LISTED,
    expected: ({ eprescription }) => `”${eprescription.ref}” står som makulerat.`,
    async look({ eprescription }, at) {
      const found = await listed(eprescription, at);
      return {
        seen: found?.status === 'cancelled',
        observed: found === undefined ? NOT_THERE : `Receptet står som ${found.status}.`,
      };
    },
  },

  'dispensing-on-national-list': {
    needs: { searches: [['MedicationDispense', 'patient']] },
    expected: ({ dispensing }) =>
      `Uttaget ”${dispensing.ref}” står i nationella läkemedelslistan, med det läkemedel som förskrevs.`,
    async look({ dispensing }, at) {
      const all = await at.client.search('MedicationDispense', { patient: at.patient });
      const found = all.find((each) => isAt(each, madeBy(at, dispensing)));
      const drug = found?.medicationCodeableConcept?.text;
      return {
        seen: found?.status === 'completed' && drug === drugDispensed(at.context, dispensing),
        observed:
          found === undefined
            ? 'Uttaget står inte i nationella läkemedelslistan.'
            : `Uttaget av ${drug ?? 'ett läkemedel'} står som ${found.status}.`,
      };
    },
  },
};

const NOT_THERE = 'Receptet står inte i nationella läkemedelslistan.';

export const fhir: FhirArea = { tasks, questions };
