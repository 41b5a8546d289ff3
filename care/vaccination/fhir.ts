import type { Immunization } from '@medplum/fhirtypes';
import type { Of } from '../../domain/activity.ts';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { taskBehind } from '../../systems/care-system.ts';
import { coded, concept, hasCode, isAt } from '../../systems/fhir-r4/concepts.ts';
import type { FhirArea, Made, Needs, QuestionTable, TaskTable } from '../../systems/fhir-r4/handler.ts';
import { madeBy, type Workstation } from '../../systems/fhir-r4/workstation.ts';
import type { VaccinationQuestion, VaccinationTask } from './activities.ts';
import { GUARDIAN_ANSWERS, GUARDIANS, type Vaccine } from './vaccine.ts';

const VACCINATING: Needs = { interactions: [['create', 'Immunization']] };

const tasks: TaskTable<VaccinationTask> = {
  'record-guardians-answer': {
    needs: { interactions: [['create', 'Consent']] },
    perform({ guardian, answer }, at) {
      const { code, display } = GUARDIAN_ANSWERS[answer];
      return at.make({
        resourceType: 'Consent',
        status: 'active',
        scope: coded(SYSTEMS.consentScope, 'treatment'),
        category: [concept(code, display)],
        patient: { reference: at.patient },
        dateTime: at.now(),
        policyRule: { text: 'Föräldrabalken (1949:381) 6 kap. 11 och 13 §§' },
        verification: [{ verified: true, verifiedWith: { display: GUARDIANS[guardian].display } }],
        provision: { type: answer },
      });
    },
  },
  vaccinate: { needs: VACCINATING, perform: vaccinate },
  'attempt-to-vaccinate': { needs: VACCINATING, perform: vaccinate },
};

function vaccinate(
  { vaccine, batch }: { readonly vaccine: Vaccine; readonly batch: string },
  at: Workstation,
): Promise<Made> {
  return at.make<Immunization>({
    resourceType: 'Immunization',
    status: 'completed',
    vaccineCode: coded(SYSTEMS.atc, vaccine.atc, vaccine.display),
    patient: { reference: at.patient },
    occurrenceDateTime: at.now(),
    lotNumber: batch,
    performer: [{ actor: at.me }],
  });
}

const questions: QuestionTable<VaccinationQuestion> = {
  'vaccination-on-record': {
    needs: { searches: [['Immunization', 'patient']] },
    expected: ({ vaccination }) => `”${vaccination.ref}” står i journalen, med sitt batchnummer.`,
    async look({ vaccination }, at) {
      const { vaccine, batch } = taskBehind<Of<VaccinationTask, 'vaccinate'>>(
        at.context,
        vaccination.ref,
        'vaccinate',
      );
      const given = await at.client.search('Immunization', { patient: at.patient });
      const found = given.find((each) => isAt(each, madeBy(at, vaccination)));
      return {
        seen: found?.lotNumber === batch && hasCode(found.vaccineCode, vaccine.atc),
        observed:
          found === undefined
            ? 'Vaccinationen står inte i journalen.'
            : `I journalen står ${found.vaccineCode.text ?? 'ett vaccin'}, batch ${found.lotNumber ?? 'saknas'}.`,
      };
    },
  },
};

export const fhir: FhirArea = { tasks, questions };
