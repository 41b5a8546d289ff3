import type { FhirArea, QuestionTable } from '../../systems/fhir-r4/handler.ts';
import type { StopQuestion } from './activities.ts';
import { expected, stopped } from './stopped.ts';

const questions: QuestionTable<StopQuestion> = {
  'stopped-for-reason': {
    needs: {},
    needsOf: ({ reason: { workflow } }) => ({ workflows: [workflow] }),
    expected,
    look: async (question, at) => stopped(question, at.context),
  },
};

/** What a system does by itself here. */
const workflows = {
  'sick-leave-certificate': { sv: 'stoppar ett läkarintyg som saknar något' },
  'infection-notification': { sv: 'stoppar en smittskyddsanmälan som saknar något' },
  'compulsory-admission': { sv: 'stoppar en intagning utan en annan läkares vårdintyg' },
  'intensive-care-transfer': { sv: 'stoppar en flytt som IVA inte har tagit emot' },
  'contrast-needs-kidney-function': { sv: 'stoppar kontrastmedel när njurvärdet saknas' },
  'thrombolysis-needs-imaging': { sv: 'stoppar trombolys när hjärnan inte är undersökt' },
  'examination-answers': { sv: 'stoppar ett preliminärt svar efter slutsvaret' },
  'delegated-drugs': { sv: 'stoppar en dos på delegering när ingen delegering gäller' },
  'guardians-consent': { sv: 'stoppar en vaccination som vårdnadshavarna inte har samtyckt till' },
  'device-association': { sv: 'stoppar en apparat som sitter på en annan patient' },
  'cancer-suspicion': { sv: 'stoppar ett besked om välgrundad misstanke som saknar något' },
  'surgical-checklist': { sv: 'stoppar en operation före genomgången hälsodeklaration och hel checklista' },
  'home-readiness': { sv: 'stoppar en hemgång som inte är helt bedömd' },
  'hip-surgery-request': { sv: 'stoppar en anmälan till höftoperation utan röntgen eller sida' },
  'antenatal-enrolment': { sv: 'stoppar en inskrivning i mödravården som saknar något' },
  'newborn-screening': { sv: 'stoppar ett PKU-prov med en annan mors nummer' },
  'national-medication-list': { sv: 'stoppar uttag på ett makulerat recept' },
  'medication-reconciliation': { sv: 'stoppar en läkemedelsavstämning där något inte är bedömt' },
  'aid-request': { sv: 'stoppar det som patienten inte samtycker till att socialtjänsten får veta' },
  'care-plan': { sv: 'stoppar en samordnad individuell plan som saknar något' },
  'renewal-request': { sv: 'stoppar en begäran om receptförnyelse som saknar något' },
  'wound-plan': { sv: 'stoppar en sårplan som saknar något' },
  'self-care-plan': { sv: 'stoppar en egenvårdsplan som saknar något' },
  'school-record': { sv: 'stoppar en elevhälsojournal som inte får lämnas över' },
  contraindication: { sv: 'stoppar ett vaccin som barnet inte tål' },
} as const;

export const fhir: FhirArea = { tasks: {}, questions, workflows };
