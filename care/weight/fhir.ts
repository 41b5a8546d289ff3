import { SYSTEMS } from '../../domain/codes/systems.ts';
import { coded, isAt, pointer, quantity, quantityText } from '../../systems/fhir-r4/concepts.ts';
import type { FhirArea, QuestionTable, TaskTable } from '../../systems/fhir-r4/handler.ts';
import { encounterOf, madeBy } from '../../systems/fhir-r4/workstation.ts';
import type { WeightQuestion, WeightTask } from './activities.ts';
import { weighedIn } from './weighed.ts';

/** LOINC, body weight (HL7 FHIR Vital Signs). */
const BODY_WEIGHT = '29463-7';

const tasks: TaskTable<WeightTask> = {
  weigh: {
    needs: { interactions: [['create', 'Observation']] },
    perform({ kilograms }, at) {
      return at.make({
        resourceType: 'Observation',
        status: 'final',
        category: [coded(SYSTEMS.observationCategory, 'vital-signs')],
        code: coded(SYSTEMS.loinc, BODY_WEIGHT, 'Kroppsvikt'),
        subject: { reference: at.patient },
        encounter: pointer(encounterOf(at)),
        effectiveDateTime: at.now(),
        performer: [at.me],
        valueQuantity: quantity(kilograms, 'kg'),
      });
    },
  },
};

const questions: QuestionTable<WeightQuestion> = {
  'weight-in-chart': {
    needs: { searches: [['Observation', 'patient', 'code']] },
    expected: ({ weight }, at) => `I journalen står vikten ${weighedIn(at.context, weight)} kg.`,
    async look({ weight }, at) {
      const weights = await at.client.search('Observation', {
        patient: at.patient,
        code: `${SYSTEMS.loinc}|${BODY_WEIGHT}`,
      });
      const found = weights.find((each) => isAt(each, madeBy(at, weight)));
      const { value, code } = found?.valueQuantity ?? {};
      return {
        seen: code === 'kg' && value === weighedIn(at.context, weight),
        observed:
          found === undefined
            ? 'Vikten står inte i journalen.'
            : `I journalen står vikten ${quantityText(found.valueQuantity)}.`,
      };
    },
  },
};

export const fhir: FhirArea = { tasks, questions };
