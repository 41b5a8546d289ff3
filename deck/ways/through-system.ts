import { attemptToPrescribe, prescriptionWithoutWarning } from '../../care/medication/activities.ts';
import { STOPPED } from '../../care/medication/refusal.ts';
import { noEarlyWarning, recordVitals } from '../../care/vitals/activities.ts';
import type { Question, Task } from '../../domain/activity.ts';
import type { CareUnit } from '../../domain/care-day.ts';
import type { DeckWay } from '../../domain/deck-evidence.ts';
import type { Patient } from '../../domain/patient.ts';
import type { Actor, UnitKind } from '../../domain/role.ts';
import { stepToken } from '../../domain/step-token.ts';
import type { Milliseconds, Timekeeper } from '../../domain/time.ts';
import type { Bound, CareSystem, FlowContext, StepContext } from '../../systems/care-system.ts';
import type { DeckQuestion } from '../deck.ts';
import { brokenBy, type Intend, type Said, type Way } from './way.ts';

/** What asking through a care system takes. */
export interface ThroughSystem {
  readonly way: Exclude<DeckWay, 'cds-hooks'>;
  readonly system: CareSystem;
  readonly run: string;
  readonly units: Readonly<Partial<Record<UnitKind, CareUnit>>>;
  /** A new person for each question, with what the record tells. */
  readonly patientFor: (question: DeckQuestion) => Patient;
  readonly clock: Timekeeper;
  readonly atOnce: number;
}

const PHYSICIAN: Actor = { role: 'physician', unit: 'ward' };
const NURSE: Actor = { role: 'nurse', unit: 'ward' };

/** How long a warning of a harm is waited for, and how often it is looked for. Assumptions. */
const PATIENCE: Milliseconds = 5_000;
const PAUSE: Milliseconds = 500;

const NAME = 'kontrollfallet';

/** One thing done, and the question that tells what the system says of it. */
interface Step {
  readonly actor: Actor;
  readonly task: Task;
  readonly question: Question;
}

/**
 * Asks by doing it: a new person whose record tells what the case says, an order or a measurement, and a look at what the
 * system stopped or warns of. A harm is waited for; of what is harmless one look is enough, since a warning of it comes at
 * once or not in time to be in anybody's way.
 */
export function throughSystem(options: ThroughSystem): Way {
  const { way, system, atOnce } = options;
  return {
    way,
    atOnce,
    async ask(question, intend) {
      const step = stepOf(question);
      if (typeof step === 'string') return { outcome: 'not-covered', reason: step };
      const inPages = way === 'page' ? notInForm(question) : undefined;
      if (inPages !== undefined) return { outcome: 'not-covered', reason: inPages };
      for (const activity of [step.task, step.question]) {
        const can = system.capability(activity.kind, activity);
        if (!can.supported) return { outcome: 'not-covered', reason: can.reason };
      }
      try {
        return await askedIn(options, question, step, intend);
      } catch (error) {
        return brokenBy(error);
      }
    },
    // Whoever opened the system closes it.
    close: async () => {},
  };
}

/** What is done; a reason where no activity of an area does it. */
function stepOf({ event }: DeckQuestion): Step | string {
  const made = { ref: NAME };
  switch (event.kind) {
    case 'order':
      return event.order.weekly
        ? 'Flödena ordinerar för varje dygn, inte för en vecka.'
        : {
            actor: PHYSICIAN,
            task: attemptToPrescribe(event.order.drug, NAME),
            question: prescriptionWithoutWarning(made),
          };
    case 'vitals':
      return { actor: NURSE, task: recordVitals(event.values, NAME), question: noEarlyWarning(made) };
    default:
      return 'Provsvar kommer från laboratoriet, och om deras varningar frågas bara genom CDS Hooks (patient-view).';
  }
}

/** Why a form that asks for drug, dose and unit cannot say the order. */
function notInForm({ event }: DeckQuestion): string | undefined {
  if (event.kind !== 'order') return undefined;
  const { drug, usual } = event.order;
  if (usual === undefined)
    return `${drug.word} går inte att välja på sidan: det har inget ord i care/*/words.`;
  if (usual.timesPerDay !== drug.timesPerDay || usual.route !== drug.route)
    return 'På sidan ordinerar flödena i läkemedlets vanliga intervall och på dess vanliga sätt, och inte annat.';
  return undefined;
}

async function askedIn(
  { way, system, run, units, patientFor, clock }: ThroughSystem,
  question: DeckQuestion,
  { actor, task, question: asked }: Step,
  intend: Intend,
): Promise<Said> {
  const patient = patientFor(question);
  const instance = `${way}-${question.case}-${question.kind}`;
  const token = stepToken(run, instance, 0);
  const bound = new Map<string, Bound>();
  const flow: FlowContext = { run, instance, patient, units, bound, startedAt: clock.now() };
  const at: StepContext = { ...flow, actor, token };
  const introduced = await system.introduce(patient, Object.values(units));
  await system.beginFlow?.(flow);
  try {
    await intend({ token, task: task.kind, introduced: introduced ?? [] });
    const outcome = await system.perform(task, at);
    if (outcome.status === 'unknown') return { outcome: 'unknown', reason: outcome.reason, token };
    if (outcome.status === 'refused') {
      const { refusal, reason } = outcome;
      return STOPPED.kinds.includes(refusal)
        ? { outcome: 'answered', alerts: [{ strength: 'stop', text: reason }], token }
        : { outcome: 'unknown', reason: `Systemet sade nej av ett annat skäl: ${reason}`, token };
    }
    const { reference, data } = outcome;
    const made = reference === undefined ? {} : { reference };
    bound.set(NAME, { ...{ name: NAME, task, actor, outcome: 'done' }, ...made, ...(data && { data }) });
    const said = await looked(() => system.ask(asked, at), clock, question.kind === 'harm');
    return { ...said, ...made, token };
  } finally {
    await system.endFlow?.(flow, { keepRecording: false });
  }
}

/** @param waits whether something is expected, so that it is looked for again */
async function looked(
  look: () => ReturnType<CareSystem['ask']>,
  clock: Timekeeper,
  waits: boolean,
): Promise<Said> {
  for (const until = clock.now() + (waits ? PATIENCE : 0); ; await clock.pause(PAUSE)) {
    const { seen, observed, doubt, advice } = await look();
    if (doubt !== undefined) return { outcome: 'unknown', reason: doubt };
    if (!seen && advice === undefined) return { outcome: 'unknown', reason: observed };
    const alerts = advice ?? [];
    if (alerts.length > 0 || clock.now() >= until) return { outcome: 'answered', alerts };
  }
}
