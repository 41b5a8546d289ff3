import {
  MEDICATION_VIEWS,
  type MedicationQuestion,
  type MedicationView,
} from '../../../domain/activities/medication.ts';
import { listsAgree, stoppedFor } from '../../driver/medication-lists.ts';
import { listed, quoted } from '../../driver/words.ts';
import { quantity, quantityText, referenceTo, sameQuantity } from '../concepts.ts';
import type { QuestionTable } from '../handler.ts';
import { doseOf, lineOf } from '../prescription.ts';
import { madeBy, type Workstation } from '../workstation.ts';

export const medicationQuestions: QuestionTable<MedicationQuestion> = {
  'prescription-stopped': {
    needs: { workflows: ['decision-support'] },
    expected: ({ reason }) => `Ordinationen stoppas, med överkänsligheten (${reason}) som skäl.`,
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
      if (warnings.length > 0) return { seen: false, observed: `Systemet varnar: ${listed(warnings)}.` };
      issues.all();
      return { seen: true, observed: 'Ingen varning finns.' };
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
      `Sjuksköterskans utdelningslista visar dosen ${quantityText(quantity(dose, unit))}.`,
    async look({ prescription, dose, unit }, at) {
      const reference = madeBy(at, prescription);
      const nursesList = await at
        .as('nurse')
        .search('MedicationRequest', { subject: at.patient, status: 'active' });
      const request = nursesList.find((each) => referenceTo(each) === reference);
      return {
        seen: sameQuantity(doseOf(request), quantity(dose, unit)),
        observed:
          request === undefined ? 'Läkemedlet står inte på listan.' : `På listan står ${lineOf(request)}.`,
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
