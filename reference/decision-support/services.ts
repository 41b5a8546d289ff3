import type { Words } from '../words.ts';
import { advise } from './advise.ts';
import type { CdsRequest, CdsService } from './cds-hooks.ts';
import type { LabelledRule, Rule } from './rule.ts';
import { BODY_WEIGHT, situationIn } from './situation.ts';
import { VITAL_SIGNS_PANEL } from './vital-signs.ts';

const PATIENT = 'Patient?_id={{context.patientId}}';
const CONDITIONS = 'Condition?patient=Patient/{{context.patientId}}';

/**
 * What the house advises on: one service a hook, all of them over the same rules.
 * @param rules as they are when somebody asks
 */
export function servicesOver(
  rules: () => readonly LabelledRule[],
  words: Words,
  now: () => number,
): readonly CdsService[] {
  const asked = (request: CdsRequest, ...about: Rule['about'][]) => {
    const situation = situationIn(request, now());
    return about.flatMap((one) => advise(rules(), one, situation, words));
  };
  const codes = [BODY_WEIGHT, ...words.tests.map(({ code }) => code)].join(',');
  const observations = `Observation?patient=Patient/{{context.patientId}}&code=${codes}&_sort=-date&_count=50`;
  const ofOrders = {
    prefetch: {
      patient: PATIENT,
      allergies: 'AllergyIntolerance?patient=Patient/{{context.patientId}}',
      prescriptions: 'MedicationRequest?subject=Patient/{{context.patientId}}&status=active',
      conditions: CONDITIONS,
      observations,
    },
    evaluate: (request: CdsRequest) => asked(request, 'order'),
  };
  return [
    {
      id: 'order-select',
      hook: 'order-select',
      title: 'Ordinationsstöd, när läkemedlet väljs',
      description:
        'Överkänslighet, interaktioner, dubbelordination, dos, ålder, njurfunktion, graviditet och QT.',
      ...ofOrders,
    },
    {
      id: 'order-sign',
      hook: 'order-sign',
      title: 'Ordinationsstöd, när ordinationen signeras',
      description: 'Detsamma för det som ska signeras; en stoppande varning kan passeras med ett skäl.',
      ...ofOrders,
    },
    {
      id: 'patient-overview',
      hook: 'patient-view',
      title: 'Varningar i patientens journal',
      description: 'NEWS2, misstänkt sepsis och kritiska provsvar, av det senaste som är uppmätt.',
      prefetch: {
        patient: PATIENT,
        conditions: CONDITIONS,
        observations,
        vitals: `Observation?patient=Patient/{{context.patientId}}&code=${VITAL_SIGNS_PANEL}&_sort=-date&_count=1`,
      },
      evaluate: (request) => asked(request, 'vital-signs', 'answer'),
    },
    {
      id: 'early-warning',
      hook: 'vital-signs-recorded',
      title: 'NEWS2',
      description: 'Räknar NEWS2 på uppmätta vitalparametrar och varnar vid höga poäng.',
      prefetch: { conditions: CONDITIONS },
      evaluate: (request) => asked(request, 'vital-signs'),
    },
  ];
}
