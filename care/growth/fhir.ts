import type { Observation, Task } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { Ref } from '../../domain/ref.ts';
import { coded, isAt, quantity, quantityText } from '../../systems/fhir-r4/concepts.ts';
import type { FhirArea, Made, Needs, QuestionTable, TaskTable } from '../../systems/fhir-r4/handler.ts';
import { localReference } from '../../systems/fhir-r4/url.ts';
import { madeBy, type Workstation } from '../../systems/fhir-r4/workstation.ts';
import type { GrowthQuestion, GrowthTask } from './activities.ts';
import { dayAtAge, measuredIn } from './measured.ts';

/** LOINC, body height (HL7 FHIR Vital Signs). */
const BODY_HEIGHT = '8302-2';

const MEASURING: Needs = { interactions: [['create', 'Observation']] };

const tasks: TaskTable<GrowthTask> = {
  'measure-height': { needs: MEASURING, perform: ({ centimetres }, at) => note(centimetres, at.now(), at) },
  'note-earlier-height': {
    needs: MEASURING,
    perform: ({ centimetres, years }, at) => note(centimetres, dayAtAge(at.context.patient, years), at),
  },
};

const note = (centimetres: number, when: string, at: Workstation): Promise<Made> =>
  at.make<Observation>({
    resourceType: 'Observation',
    status: 'final',
    category: [coded(SYSTEMS.observationCategory, 'vital-signs')],
    code: coded(SYSTEMS.loinc, BODY_HEIGHT, 'Kroppslängd'),
    subject: { reference: at.patient },
    effectiveDateTime: when,
    performer: [at.me],
    valueQuantity: quantity(centimetres, 'cm'),
  });

const questions: QuestionTable<GrowthQuestion> = {
  'height-in-chart': {
    needs: { searches: [['Observation', 'patient', 'code']] },
    expected: ({ height }, at) => `I journalen står längden ${measuredIn(at.context, height)} cm.`,
    async look({ height }, at) {
      const heights = await at.client.search('Observation', {
        patient: at.patient,
        code: `${SYSTEMS.loinc}|${BODY_HEIGHT}`,
      });
      const found = heights.find((each) => isAt(each, madeBy(at, height)));
      const { value, code } = found?.valueQuantity ?? {};
      return {
        seen: code === 'cm' && value === measuredIn(at.context, height),
        observed:
          found === undefined
            ? 'Längden står inte i journalen.'
            : `I journalen står längden ${quantityText(found.valueQuantity)}.`,
      };
    },
  },

  'growth-deviation-listed': {
    needs: { searches: [['Task', 'patient', 'code', 'owner']], workflows: ['growth-watch'] },
    expected: ({ height }) => `”${height.ref}” är bland tillväxt att bedöma.`,
    async look({ height }, at) {
      const found = await listed(height, at);
      return {
        seen: found !== undefined,
        observed: found?.description ?? 'Längden är inte bland tillväxt att bedöma.',
      };
    },
  },
};

/** The line about a height on the list of those who are to assess it. */
async function listed(height: Ref, at: Workstation): Promise<Task | undefined> {
  const { unit } = at.context.actor;
  const owner = unit === null ? undefined : await at.unit(unit);
  const found = await at.client.search('Task', {
    patient: at.patient,
    code: `${SYSTEMS.genrep}|growth-deviation`,
    ...(owner === undefined ? {} : { owner }),
  });
  return found.find(({ focus }) => localReference(focus?.reference ?? '') === madeBy(at, height));
}

/** What a system does by itself here. */
const workflows = {
  'growth-watch': { sv: 'ställer en längd som lämnar sin kanal på listan över tillväxt att bedöma' },
} as const;

export const fhir: FhirArea = { tasks, questions, workflows };
