import type { Resource } from '@medplum/fhirtypes';
import { describe, expect, it } from 'vitest';
import { identityShielded, registerArrival } from '../../care/admission/index.ts';
import { nothingInInbox } from '../../care/coordination/index.ts';
import { nothingPlanned, recordDeath } from '../../care/death/index.ts';
import {
  answerOrder,
  answerReadsUnchanged,
  collectSpecimen,
  exactlyOneAnswer,
  orderOnLaboratoryWorklist,
  orderTest,
  specimenTakenBeforeDose,
} from '../../care/laboratory/index.ts';
import { testCalled } from '../../care/laboratory/words.ts';
import {
  giveDose,
  medicationListsAgree,
  prescribe,
  prescriptionWithoutWarning,
  stopDrug,
  stoppedOnEveryList,
} from '../../care/medication/index.ts';
import { drugCalled } from '../../care/medication/words.ts';
import {
  answerNewbornSample,
  newbornSampleAnswered,
  registerNewborn,
  sampleNewborn,
} from '../../care/newborn/index.ts';
import { answerReferral, referralDealtWith, sendReferral } from '../../care/referral/index.ts';
import { noSuchStatement } from '../../care/statement/index.ts';
import { statementCalled } from '../../care/statement/words.ts';
import { noEarlyWarning, recordVitals, vitalsInChart } from '../../care/vitals/index.ts';
import { nameGiven, type Question, type Task } from '../../domain/activity.ts';
import { ref } from '../../domain/ref.ts';
import type { Actor } from '../../domain/role.ts';
import type { Answer, Bound, StepContext } from '../care-system.ts';
import { STAFF } from '../contract/script.ts';
import { AREAS, FHIR_AREAS } from '../testing/areas.ts';
import { person, UNITS } from '../testing/people.ts';
import { VITALS } from '../testing/vitals.ts';
import { concept } from './concepts.ts';
import { createFhirDriver } from './driver.ts';
import type { Manner } from './testing/manner.ts';
import { hurryingClock } from './testing/manner-harness.ts';
import { startMannerServer } from './testing/manner-server.ts';
import { MANNERS } from './testing/manners.ts';
import { createUndiciTransport } from './transports/undici.ts';

const { nurse, physician, scientist, careManager, wardNurse, secretary } = STAFF;
const { generalPractitioner, clinicPhysician, midwife } = STAFF;

/** A question that is answered with yes where something is not there. */
interface Absence {
  readonly question: Question;
  readonly asks: Actor;
  readonly workflows?: readonly string[];
  readonly before: readonly (readonly [Actor, Task])[];
  /** What the server holds when the answer is no, beside what the flow did; absent where it takes two who see differently. */
  readonly refutation?: (made: (name: string) => string) => Resource;
}

const subject = { reference: 'Patient/1' };
const order = ref('beställningen');
const ordered = [
  [physician, orderTest(testCalled('Troponin T'), 'beställningen')],
  [scientist, answerOrder(order, { value: 52, unit: 'ng/L' }, 'svaret')],
] as const;
const another = (made: (name: string) => string, value: number): Resource => ({
  resourceType: 'DiagnosticReport',
  status: 'final',
  code: {},
  subject,
  basedOn: [{ reference: made('beställningen') }],
  contained: [{ resourceType: 'Observation', id: 'r1', status: 'final', code: {}, valueQuantity: { value } }],
  result: [{ reference: '#r1' }],
});

const ABSENCES: readonly Absence[] = [
  {
    question: nothingInInbox(),
    asks: careManager,
    workflows: ['consent-enforcement'],
    before: [],
    refutation: () => ({
      resourceType: 'Task',
      status: 'requested',
      intent: 'order',
      for: subject,
      owner: { reference: 'Organization/6' },
    }),
  },
  {
    question: noSuchStatement(statementCalled('besked om beräknad utskrivning')),
    asks: careManager,
    before: [],
    refutation: () => ({
      resourceType: 'Task',
      status: 'requested',
      intent: 'order',
      code: {
        coding: [...(concept('statement').coding ?? []), ...(concept('planned-discharge').coding ?? [])],
      },
      for: subject,
      owner: { reference: 'Organization/6' },
    }),
  },
  {
    question: noEarlyWarning(ref('mätningen')),
    asks: nurse,
    workflows: ['early-warning'],
    before: [[nurse, recordVitals(VITALS, 'mätningen')]],
    refutation: (made) => ({
      resourceType: 'DetectedIssue',
      status: 'final',
      patient: subject,
      code: concept('news2'),
      implicated: [{ reference: made('mätningen') }],
    }),
  },
  {
    question: prescriptionWithoutWarning(ref('ordinationen')),
    asks: physician,
    workflows: ['decision-support'],
    before: [[physician, prescribe(drugCalled('Furosemid'), 'ordinationen')]],
    refutation: (made) => ({
      resourceType: 'DetectedIssue',
      status: 'final',
      patient: subject,
      implicated: [{ reference: made('ordinationen') }],
    }),
  },
  {
    question: vitalsInChart(ref('mätningen')),
    asks: nurse,
    before: [[nurse, recordVitals(VITALS, 'mätningen')]],
    refutation: () => ({
      resourceType: 'Observation',
      status: 'final',
      subject,
      code: { coding: [{ system: 'http://loinc.org', code: '85353-1' }] },
      effectiveDateTime: '2099-01-01T00:00:00Z',
    }),
  },
  {
    question: exactlyOneAnswer(order),
    asks: physician,
    before: ordered,
    refutation: (made) => another(made, 52),
  },
  {
    question: answerReadsUnchanged(ref('svaret')),
    asks: physician,
    before: ordered,
    refutation: (made) => another(made, 25),
  },
  {
    question: orderOnLaboratoryWorklist(order),
    asks: scientist,
    before: [[physician, orderTest(testCalled('Troponin T'), 'beställningen')]],
    refutation: (made) => another(made, 52),
  },
  {
    question: specimenTakenBeforeDose(order, ref('ordinationen')),
    asks: physician,
    before: [
      [physician, orderTest(testCalled('Blododling'), 'beställningen')],
      [physician, prescribe(drugCalled('Cefotaxim'), 'ordinationen')],
      [nurse, collectSpecimen(order)],
      [nurse, giveDose(ref('ordinationen'), 'dosen')],
    ],
    refutation: (made) => ({
      resourceType: 'MedicationAdministration',
      status: 'completed',
      subject,
      request: { reference: made('ordinationen') },
      effectiveDateTime: '2001-01-01T00:00:00Z',
    }),
  },
  {
    question: nothingPlanned(),
    asks: secretary,
    before: [[physician, recordDeath()]],
    refutation: () => ({
      resourceType: 'Appointment',
      status: 'booked',
      participant: [{ actor: subject, status: 'accepted' }],
    }),
  },
  {
    question: referralDealtWith(ref('remissen')),
    asks: clinicPhysician,
    before: [
      [generalPractitioner, sendReferral('Artros', 'remissen')],
      [clinicPhysician, answerReferral(ref('remissen'), 'Kallas.')],
    ],
    refutation: (made) => ({
      resourceType: 'Task',
      status: 'requested',
      intent: 'order',
      for: subject,
      focus: { reference: made('remissen') },
    }),
  },
  {
    question: identityShielded('letter'),
    asks: wardNurse,
    workflows: ['identity-shielding'],
    before: [[secretary, registerArrival('Yrsel', 'besöket')]],
    refutation: () => ({
      resourceType: 'DocumentReference',
      status: 'current',
      subject,
      type: concept('letter'),
      description: 'Till Åsa Öfverbeck',
      content: [],
    }),
  },
  {
    question: newbornSampleAnswered(ref('barnet'), ref('svaret')),
    asks: midwife,
    before: [
      [midwife, registerNewborn('barnet')],
      [midwife, sampleNewborn(ref('barnet'), 'provet')],
      [scientist, answerNewbornSample(ref('barnet'), ref('provet'), 'Inga avvikande värden.', 'svaret')],
    ],
    refutation: () => ({
      resourceType: 'DiagnosticReport',
      status: 'final',
      code: concept('newborn-screening'),
      subject,
    }),
  },
  {
    question: stoppedOnEveryList(ref('utsatt'), ref('ordinationen'), ['physician', 'nurse']),
    asks: wardNurse,
    workflows: ['role-views'],
    before: [
      [physician, prescribe(drugCalled('Furosemid'), 'ordinationen')],
      [physician, prescribe(drugCalled('Paracetamol'), 'utsatt')],
      [physician, stopDrug(ref('utsatt'))],
    ],
  },
  {
    question: medicationListsAgree(['physician', 'nurse']),
    asks: wardNurse,
    workflows: ['role-views'],
    before: [[physician, prescribe(drugCalled('Furosemid'), 'ordinationen')]],
  },
];

/** Answered with yes only where something is there; that it is not can turn none of them green. */
const BY_WHAT_IS_THERE: ReadonlySet<string> = new Set([
  'acknowledgement-on-record',
  'alarm-with-unit',
  'clock-told',
  'gap-told',
  'readings-confirmed',
  // By the entry of the list; that the chart is without is only known of a whole answer.
  'readings-held-back',
  'readings-timed',
  'readings-unconfirmed',
  'answer-on-orderers-list',
  'bed-on-ward-list',
  'blood-issued',
  'examination-answered',
  'examination-waiting',
  'statement-arrived',
  'statement-received',
  'statement-withdrawn',
  'patient-reads-statement',
  'sharing-on-record',
  'height-in-chart',
  'growth-deviation-listed',
  'stay-at-unit',
  'vaccination-on-record',
  'weight-in-chart',
  'transfusion-on-record',
  'booking-on-schedule',
  'care-planning-called',
  'child-with-mother',
  'death-on-record',
  'contribution-marked-as-patients-own',
  'dispensing-on-national-list',
  'dose-given',
  'follow-up-stands',
  'on-surgery-schedule',
  'surgery-on-record',
  'waits-for-call',
  'schedule-on-every-list',
  'daily-dosing-stopped',
  'dose-on-nurses-list',
  'early-warning-raised',
  'given-dose-is-ordered-dose',
  'hand-over-complete',
  // By reading the two records, each of which there is one.
  'histories-apart',
  'histories-together',
  'home-drug-decided',
  'message-in-inbox',
  'message-received',
  'on-national-list',
  'patient-on-unit-list',
  'patient-reads-answer',
  'patient-reads-note',
  'referral-answered',
  'referral-returned',
  'referral-waiting',
  'withdrawn-on-national-list',
  'home-dose-once',
  'home-entry-on-record',
  'label-in-printer',
  'list-age-told',
  'measured-before',
  'told-drug-stopped',
  'told-given-twice',
  'tube-received',
  // Of an archive of pictures, which no server here has; what is not found there is told from a whole list only (found.ts).
  'no-study-of-order',
  'order-awaiting-study',
  'order-on-modality-worklist',
  'report-acknowledged',
  'report-of-study',
  'study-in-record',
  'study-unpaired',
  // By what its attempt was answered.
  'booking-stopped',
  'stopped-for-reason',
  'prescription-stopped',
  'unchecked-blood-stopped',
  'wrong-bag-stopped',
]);

it('every question says whether it can be answered with yes by not seeing something', () => {
  const listed = new Set([...BY_WHAT_IS_THERE, ...ABSENCES.map(({ question }) => question.kind)]);
  const kinds = AREAS.vocabulary.activities.flatMap(({ type, kind }) => (type === 'question' ? [kind] : []));
  expect(kinds.filter((kind) => !listed.has(kind))).toEqual([]);
  expect([...listed].filter((kind) => !kinds.includes(kind))).toEqual([]);
});

/** What a driver answers on a server with a manner, that began when the flow had done its part. */
async function answered(absence: Absence, manner: Manner | undefined, refuted: boolean): Promise<Answer> {
  let mannerly = false;
  const late: readonly Manner[] = manner === undefined ? [] : [onlyWhen(() => mannerly, manner)];
  const server = await startMannerServer(late, { workflows: absence.workflows });
  const clock = hurryingClock();
  const system = createFhirDriver({
    areas: FHIR_AREAS,
    ...{ profile: server.profile, transport: createUndiciTransport(), clock },
  });
  try {
    await system.connect();
    await system.introduce(person(1), Object.values(UNITS));
    const patient = server.store.all.find(({ resourceType }) => resourceType === 'Patient');
    const owner = server.store.all.find((each) => JSON.stringify(each).includes(UNITS.municipality.hsaId));
    const bound = new Map<string, Bound>();
    const startedAt = clock.now();
    const context = (actor: Actor, token: string): StepContext => ({
      run: 'run',
      instance: 'f-1',
      patient: person(1),
      units: UNITS,
      bound,
      startedAt,
      actor,
      token,
    });
    for (const [actor, task] of absence.before) {
      const outcome = await system.perform(task, context(actor, `t-${bound.size}-${task.kind}`));
      if (outcome.status !== 'done') throw new Error(outcome.reason);
      const name = nameGiven(task) ?? task.kind;
      bound.set(name, { name, task, actor, outcome: 'done', reference: outcome.reference });
    }
    if (refuted && absence.refutation !== undefined) {
      const refutation = absence.refutation((name) => bound.get(name)?.reference ?? '');
      const text = JSON.stringify(refutation)
        .replaceAll('Patient/1', `Patient/${patient?.id}`)
        .replaceAll('Organization/6', `Organization/${owner?.id}`);
      server.store.create(JSON.parse(text));
    }
    mannerly = true;
    return await system.ask(absence.question, context(absence.asks, 'asked'));
  } finally {
    await system.close();
    await server.close();
  }
}

/** A server that takes on a manner in the middle of things. */
function onlyWhen(holds: () => boolean, { of, ...manner }: Manner): Manner {
  return {
    ...manner,
    of(base) {
      const { instead, understands, lists, says, next, ...habits } = of(base);
      return {
        ...habits,
        instead: (...asked) => (holds() ? instead?.(...asked) : undefined),
        understands: (query) => (holds() ? (understands?.(query) ?? query) : query),
        lists: (page, request) => (holds() ? (lists?.(page, request) ?? page) : page),
        says: (reply, request) => (holds() ? (says?.(reply, request) ?? reply) : reply),
        next: (absolute) => (holds() ? (next?.(absolute) ?? absolute) : absolute),
      };
    },
  };
}

/** An empty list can be no list at all: each of these has been met, or is allowed. */
const DOUBTFUL = MANNERS.filter(({ is }) => is === 'doubtful');
const HIDING = new Set([
  'outcome-error',
  'outcome-incomplete',
  'truncated',
  'partial-content',
  'self-narrower',
]);

describe.each(ABSENCES)('$question.kind', (absence) => {
  const refutable = absence.refutation !== undefined;
  if (absence.question.kind !== 'identity-shielded') {
    it('is seen where nothing speaks against it', async () => {
      expect(await answered(absence, undefined, false)).toMatchObject({ seen: true });
    });
  }

  it.runIf(refutable)('is not seen where something does', async () => {
    const answer = await answered(absence, undefined, true);
    expect(answer).toMatchObject({ seen: false });
    expect(answer).not.toHaveProperty('doubt');
  });

  it.each(refutable ? DOUBTFUL : [])('is never seen on a server that $does', async (manner) => {
    const answer = await answered(absence, manner, true);
    expect(answer.seen).toBe(false);
    if (HIDING.has(manner.name)) expect(answer.doubt).toMatch(/^När .*\.$/);
  });

  it.each(DOUBTFUL.filter(({ name }) => HIDING.has(name) || name === 'self-untold'))(
    'is unknown, not missed, on a server that $does',
    async (manner) => {
      expect((await answered(absence, manner, false)).doubt).toMatch(/^När .*\.$/);
    },
  );
});
