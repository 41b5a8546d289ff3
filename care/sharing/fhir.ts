import { SYSTEMS } from '../../domain/codes/systems.ts';
import { coded, concept, hasCode, isAt } from '../../systems/fhir-r4/concepts.ts';
import type { FhirArea, QuestionTable, TaskTable } from '../../systems/fhir-r4/handler.ts';
import { madeBy } from '../../systems/fhir-r4/workstation.ts';
import type { SharingQuestion, SharingTask } from './activities.ts';
import { answeredIn } from './answered.ts';
import { ANSWERS } from './sharing.ts';

const tasks: TaskTable<SharingTask> = {
  'record-answer-to-sharing': {
    needs: { interactions: [['create', 'Consent']] },
    perform({ sharing: { code, word }, answer }, at) {
      return at.make({
        resourceType: 'Consent',
        status: 'active',
        scope: coded(SYSTEMS.consentScope, 'patient-privacy'),
        category: [concept(code, word)],
        patient: { reference: at.patient },
        dateTime: at.now(),
        policyRule: { text: 'Offentlighets- och sekretesslagen (2009:400), samtycke' },
        provision: { type: answer },
      });
    },
  },
};

const questions: QuestionTable<SharingQuestion> = {
  'sharing-on-record': {
    needs: { searches: [['Consent', 'patient']] },
    expected: ({ answer }, at) => {
      const { answer: said, sharing } = answeredIn(at.context, answer);
      return `I journalen står ${ANSWERS[said].sv} till ${sharing.word}.`;
    },
    async look({ answer }, at) {
      const { answer: said, sharing } = answeredIn(at.context, answer);
      const consents = await at.client.search('Consent', { patient: at.patient });
      const found = consents.find((each) => isAt(each, madeBy(at, answer)));
      const type = found?.provision?.type;
      return {
        seen: type === said && found?.category.some((each) => hasCode(each, sharing.code)) === true,
        observed:
          type === undefined ? 'Svaret står inte i journalen.' : `I journalen står ${ANSWERS[type].sv}.`,
      };
    },
  },
};

export const fhir: FhirArea = { tasks, questions };
