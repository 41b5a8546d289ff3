import type { DiagnosticReport, ServiceRequest } from '@medplum/fhirtypes';
import type { Of } from '../../domain/activity.ts';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { Ref } from '../../domain/ref.ts';
import { taskBehind } from '../../systems/care-system.ts';
import { Refused } from '../../systems/driver/outcome.ts';
import { quoted } from '../../systems/driver/words.ts';
import type { Found } from '../../systems/fhir-r4/client.ts';
import { concept, isAt, pointer, pointers, referenceTo } from '../../systems/fhir-r4/concepts.ts';
import type { FhirArea, Made, Needs, QuestionTable, TaskTable } from '../../systems/fhir-r4/handler.ts';
import { localReference } from '../../systems/fhir-r4/url.ts';
import { encounterOf, madeBy, type Workstation } from '../../systems/fhir-r4/workstation.ts';
import type { ExaminationQuestion, ExaminationTask } from './activities.ts';
import { type Examination, STANDINGS, type Standing } from './examination.ts';

const CATEGORY = concept('examination', 'Undersökning');

const ORDERING: Needs = { interactions: [['create', 'ServiceRequest']] };
const LISTED: Needs = {
  searches: [
    ['ServiceRequest', 'patient', 'category', 'status'],
    ['DiagnosticReport', 'patient'],
  ],
};
const ANSWERING: Needs = {
  interactions: [
    ['create', 'DiagnosticReport'],
    ['read', 'ServiceRequest'],
  ],
  ...LISTED,
};

const tasks: TaskTable<ExaminationTask> = {
  'order-examination': { needs: ORDERING, perform: order },
  'attempt-to-order-examination': { needs: ORDERING, perform: order },

  'answer-examination': {
    needs: ANSWERING,
    async perform({ order: ordered, standing, text }, at) {
      const found = await at.await(() => waiting(ordered, at));
      if (found === undefined) throw new Refused('Undersökningen finns inte bland de beställda.', 'absence');
      return report(found, standing, text, at);
    },
  },

  'attempt-late-preliminary': {
    needs: { interactions: [...(ANSWERING.interactions ?? [])] },
    async perform({ order: ordered, text }, at) {
      return report(await at.client.read('ServiceRequest', madeBy(at, ordered)), 'preliminary', text, at);
    },
  },

  'make-answer-final': {
    needs: {
      interactions: [
        ['read', 'DiagnosticReport'],
        ['update', 'DiagnosticReport'],
      ],
    },
    async perform({ answer, text }, at) {
      const reference = madeBy(at, answer);
      await at.client.update('DiagnosticReport', reference, at.context.token, (before) => ({
        ...before,
        status: 'final',
        conclusion: text,
      }));
      return { reference };
    },
  },
};

async function order(
  { examination, question }: { readonly examination: Examination; readonly question: string },
  at: Workstation,
): Promise<Made> {
  return at.make<ServiceRequest>({
    resourceType: 'ServiceRequest',
    status: 'active',
    intent: 'order',
    category: [CATEGORY],
    code: concept(examination.code, examination.word),
    subject: { reference: at.patient },
    encounter: pointer(encounterOf(at)),
    authoredOn: at.now(),
    requester: at.me,
    performer: pointers(await at.unit(examination.at)),
    reasonCode: [{ text: question }],
  });
}

const report = (
  ordered: ServiceRequest,
  standing: Standing,
  conclusion: string,
  at: Workstation,
): Promise<Made> =>
  at.make<DiagnosticReport>({
    resourceType: 'DiagnosticReport',
    status: STANDINGS[standing].code,
    category: [CATEGORY],
    code: ordered.code ?? CATEGORY,
    basedOn: [{ reference: referenceTo(ordered) }],
    subject: { reference: at.patient },
    encounter: ordered.encounter,
    issued: at.now(),
    performer: [at.me],
    conclusion,
  });

/** What is ordered and has no final answer yet. */
async function waiting(ordered: Ref, at: Workstation): Promise<ServiceRequest | undefined> {
  const reference = madeBy(at, ordered);
  const orders = await at.client.search('ServiceRequest', {
    patient: at.patient,
    category: EXAMINATION,
    status: 'active',
  });
  const found = orders.find((each) => isAt(each, reference));
  if (found === undefined) return undefined;
  const answers = await answersOf(at);
  const isFinal = ({ status, basedOn = [] }: DiagnosticReport): boolean =>
    status === 'final' && basedOn.some((each) => localReference(each.reference ?? '') === reference);
  return answers.seen.some(isFinal) ? undefined : found;
}

const EXAMINATION = `${SYSTEMS.genrep}|examination`;

const answersOf = (at: Workstation): Promise<Found<'DiagnosticReport'>> =>
  at.client.search('DiagnosticReport', { patient: at.patient });

const questions: QuestionTable<ExaminationQuestion> = {
  'examination-waiting': {
    needs: LISTED,
    expected: ({ order: ordered }) => `”${ordered.ref}” är beställd, med frågan.`,
    async look({ order: ordered }, at) {
      const found = await waiting(ordered, at);
      if (found === undefined)
        return { seen: false, observed: 'Undersökningen finns inte bland de beställda.' };
      const { question, examination } = taskBehind<Of<ExaminationTask, 'order-examination'>>(
        at.context,
        ordered.ref,
        'order-examination',
      );
      const asked = found.reasonCode?.[0]?.text;
      return {
        seen: asked === question && found.code?.text === examination.word,
        observed: `${found.code?.text ?? 'Något'} är beställt för ${quoted(asked ?? '')}.`,
      };
    },
  },

  'examination-answered': {
    needs: { searches: [['DiagnosticReport', 'patient']] },
    expected: ({ standing, text }) => `Det ${STANDINGS[standing].sv} svaret är ${quoted(text)}.`,
    async look({ answer, standing, text }, at) {
      const found = (await answersOf(at)).find((each) => isAt(each, madeBy(at, answer)));
      return {
        seen: found?.status === STANDINGS[standing].code && found.conclusion === text,
        observed:
          found === undefined
            ? 'Svaret finns inte i journalen.'
            : `Svaret är ${quoted(found.conclusion ?? '')} (${found.status}).`,
      };
    },
  },
};

export const fhir: FhirArea = { tasks, questions };
