import type { Patient, RelatedPerson, ServiceRequest } from '@medplum/fhirtypes';
import type { Of } from '../../domain/activity.ts';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { PersonIdentifier } from '../../domain/patient.ts';
import type { Ref } from '../../domain/ref.ts';
import { taskBehind } from '../../systems/care-system.ts';
import { Refused } from '../../systems/driver/outcome.ts';
import { quoted } from '../../systems/driver/words.ts';
import { coded, concept, hasCode, isAt, pointers } from '../../systems/fhir-r4/concepts.ts';
import type { FhirArea, Made, Needs, QuestionTable, TaskTable } from '../../systems/fhir-r4/handler.ts';
import { localReference } from '../../systems/fhir-r4/url.ts';
import { madeBy, type Workstation } from '../../systems/fhir-r4/workstation.ts';
import { reserveNumberFor } from '../identity/index.ts';
import type { NewbornQuestion, NewbornTask } from './activities.ts';
import { MOTHER, SCREENING } from './screening.ts';

/** As other examinations that a laboratory answers in words. */
const CATEGORY = concept('examination', 'Undersökning');
const CODE = concept(SCREENING.code, SCREENING.word);

const SAMPLING: Needs = { interactions: [['create', 'ServiceRequest']] };

const tasks: TaskTable<NewbornTask> = {
  'register-newborn': {
    needs: {
      interactions: [
        ['create', 'Patient'],
        ['create', 'RelatedPerson'],
      ],
    },
    async perform(_, at) {
      const { context } = at;
      const birthDate = at.now().slice(0, 10);
      const identifier = reserveNumberFor(context.token, birthDate);
      const { familyName, givenName, identifier: mother } = context.patient;
      const child = await at.about(undefined).create<Patient>(
        {
          resourceType: 'Patient',
          identifier: [{ ...identifier }],
          active: true,
          name: [{ text: `Nyfödd ${familyName}`, family: familyName, given: ['Nyfödd'] }],
          gender: 'unknown',
          birthDate,
        },
        context.token,
      );
      await at.about(child.reference).create<RelatedPerson>(
        {
          resourceType: 'RelatedPerson',
          active: true,
          identifier: [{ ...mother }],
          patient: { reference: child.reference },
          relationship: [coded(SYSTEMS.roleCode, MOTHER.code, MOTHER.word)],
          name: [{ text: `${givenName} ${familyName}` }],
        },
        context.token,
      );
      return { ...child, data: { number: identifier.value } };
    },
  },

  'sample-newborn': {
    needs: SAMPLING,
    perform: ({ child }, at) => sample(child, at.context.patient.identifier, at),
  },

  'attempt-to-sample-newborn': {
    needs: SAMPLING,
    perform: ({ child }, at) => sample(child, reserveNumberFor(at.context.token), at),
  },

  'answer-newborn-sample': {
    needs: {
      interactions: [['create', 'DiagnosticReport']],
      searches: [['ServiceRequest', 'patient']],
    },
    async perform({ child, sample: taken, text }, at) {
      const reference = madeBy(at, child);
      const ofChild = at.about(reference);
      const order = await at.await(async () =>
        (await ofChild.search('ServiceRequest', { patient: reference })).find((each) =>
          isAt(each, madeBy(at, taken)),
        ),
      );
      if (order === undefined) throw new Refused('PKU-provet finns inte bland de beställda.', 'absence');
      return ofChild.create(
        {
          resourceType: 'DiagnosticReport',
          status: 'final',
          category: [CATEGORY],
          code: order.code ?? CODE,
          basedOn: [{ reference: madeBy(at, taken) }],
          subject: { reference },
          issued: at.now(),
          performer: [at.me],
          conclusion: text,
        },
        at.context.token,
      );
    },
  },
};

/** The card of the sample bears the number of the mother. */
async function sample(child: Ref, mother: PersonIdentifier, at: Workstation): Promise<Made> {
  const reference = madeBy(at, child);
  return at.about(reference).create<ServiceRequest>(
    {
      resourceType: 'ServiceRequest',
      status: 'active',
      intent: 'order',
      category: [CATEGORY],
      code: CODE,
      subject: { reference },
      authoredOn: at.now(),
      requester: at.me,
      performer: pointers(await at.unit('laboratory')),
      supportingInfo: [{ identifier: { ...mother }, display: MOTHER.word }],
      reasonCode: [{ text: SCREENING.word }],
    },
    at.context.token,
  );
}

const questions: QuestionTable<NewbornQuestion> = {
  'child-with-mother': {
    needs: {
      searches: [
        ['RelatedPerson', 'patient'],
        ['RelatedPerson', 'identifier'],
      ],
    },
    expected: ({ child }) => `Hos ”${child.ref}” står modern, och hos modern står barnet.`,
    async look({ child }, at) {
      const reference = madeBy(at, child);
      const { value } = at.context.patient.identifier;
      const ofChild = await at.about(reference).search('RelatedPerson', { patient: reference });
      const ofMother = await at.about(undefined).search('RelatedPerson', { identifier: value });
      const hasMother =
        ofChild.find(
          (each) => isMother(each) && each.identifier?.some((number) => number.value === value) === true,
        ) !== undefined;
      const hasChild =
        ofMother.find((each) => localReference(each.patient.reference ?? '') === reference) !== undefined;
      return {
        seen: hasMother && hasChild,
        observed: `Modern ${hasMother ? 'står' : 'står inte'} hos barnet, och barnet ${hasChild ? 'står' : 'står inte'} hos modern.`,
      };
    },
  },

  'newborn-sample-answered': {
    needs: { searches: [['DiagnosticReport', 'patient']] },
    expected: ({ child }) => `Svaret står hos ”${child.ref}”, ord för ord, och inte hos modern.`,
    async look({ child, answer }, at) {
      const of = madeBy(at, child);
      const reference = madeBy(at, answer);
      const withChild = await at.about(of).search('DiagnosticReport', { patient: of });
      const withMother = await at.client.search('DiagnosticReport', { patient: at.patient });
      const found = withChild.find((each) => isAt(each, reference));
      if (withMother.all().some(({ code }) => hasCode(code, SCREENING.code)))
        return { seen: false, observed: 'Svaret står hos modern.' };
      return {
        seen: found?.conclusion === textOf(answer, at),
        observed:
          found === undefined
            ? 'Svaret står inte hos barnet.'
            : `Hos barnet står svaret ${quoted(found.conclusion ?? '')}.`,
      };
    },
  },
};

const isMother = ({ relationship = [] }: RelatedPerson): boolean =>
  relationship.some(({ coding = [] }) => coding.some(({ code }) => code === MOTHER.code));

const textOf = ({ ref }: Ref, at: Workstation): string =>
  taskBehind<Of<NewbornTask, 'answer-newborn-sample'>>(at.context, ref, 'answer-newborn-sample').text;

export const fhir: FhirArea = { tasks, questions };
