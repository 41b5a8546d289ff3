import type { Task } from '../domain/activity.ts';
import { stepOfToken } from '../domain/step-token.ts';
import { type Milliseconds, SECOND, type Timekeeper } from '../domain/time.ts';
import {
  type CareSystem,
  type Noticed,
  type StepContext,
  SystemError,
  type TaskOutcome,
  unitOf,
} from '../systems/care-system.ts';
import type { Lab } from './lab.ts';

/** How often the system is looked into for what a person does. */
const LOOK_EVERY: Milliseconds = 0.7 * SECOND;

/**
 * How long after a person has said that something is done the system may take to show it: as long as most questions
 * of the flows allow. An assumption.
 */
const MAY_TAKE: Milliseconds = 5 * SECOND;

export interface WithPeopleOptions {
  readonly system: CareSystem;
  readonly lab: Lab;
  readonly clock: Timekeeper;
}

/**
 * The system under test with people among its robots. A task that somebody at a workstation takes becomes a card, and is
 * done when the system shows it; no one who plays a flow can tell the two apart.
 */
export function withPeople({ system, lab, clock }: WithPeopleOptions): CareSystem {
  const watching = new Watching(system, lab, clock);
  const { beginFlow, endFlow, settle, signIn, clockAhead } = system;
  return {
    name: system.name,
    channel: system.channel,
    connect: () => system.connect(),
    capability: (kind, activity) => system.capability(kind, activity),
    introduce: (patient, units) => system.introduce(patient, units),
    ask: (question, context) => system.ask(question, context),
    close: () => system.close(),
    async perform(task, context) {
      const step = stepOfToken(context.token);
      const { instance, actor } = context;
      const offer = { instance, step, kind: task.kind, actor, unit: unitOf(context)?.key };
      const card = await lab.offer(offer);
      return card === undefined ? system.perform(task, context) : watching.until(card, task, context);
    },
    // Of a run that was cut off: a card lies where it lay; what no card tells of was a robot's.
    async settle(task, context) {
      const card = lab.cardOf(context.instance, stepOfToken(context.token));
      if (card !== undefined) return watching.until(card.id, task, context);
      return settle === undefined
        ? { status: 'unknown', reason: CUT_OFF }
        : settle.call(system, task, context);
    },
    ...(clockAhead === undefined ? {} : { clockAhead: () => clockAhead.call(system) }),
    ...(beginFlow === undefined ? {} : { beginFlow: (context) => beginFlow.call(system, context) }),
    ...(endFlow === undefined
      ? {}
      : { endFlow: (context, outcome) => endFlow.call(system, context, outcome) }),
    ...(signIn === undefined ? {} : { signIn: (actor, unit) => signIn.call(system, actor, unit) }),
  };
}

class Watching {
  readonly #system: CareSystem;
  readonly #lab: Lab;
  readonly #clock: Timekeeper;

  constructor(system: CareSystem, lab: Lab, clock: Timekeeper) {
    this.#system = system;
    this.#lab = lab;
    this.#clock = clock;
  }

  /** Waits until the system shows what a card asks for, or until the card is over otherwise. */
  async until(card: string, task: Task, context: StepContext): Promise<TaskOutcome> {
    const lab = this.#lab;
    for (let saidSince: number | undefined; ; ) {
      const dealtAt = lab.state.cards.get(card)?.dealtAt ?? this.#clock.now();
      const noticed = await this.#look(task, context, dealtAt);
      if (noticed.status === 'done') {
        const { reference, data } = noticed;
        await lab.tell(card, 'shown', reference === undefined ? {} : { reference });
        return { status: 'done', ...(reference === undefined ? {} : { reference }), ...(data && { data }) };
      }
      const before = lab.state.cards.get(card);
      if (noticed.status === 'otherwise' && before?.otherwise !== noticed.reference)
        await lab.tell(card, 'otherwise', { reference: noticed.reference });
      const ending = lab.endingOf(card);
      if (ending === 'unverifiable') return { status: 'unknown', reason: SAID_ONLY };
      // Whoever lets go of a card, a robot takes it over, so that those who wait behind are not left waiting.
      if (ending !== undefined) return this.#system.perform(task, context);
      if (before?.isSaidDone !== true) saidSince = undefined;
      else {
        saidSince ??= this.#clock.now();
        if (noticed.status === 'cannot-tell') await lab.tell(card, 'unverifiable');
        else if (this.#clock.now() - saidSince >= MAY_TAKE) await lab.tell(card, 'not-shown');
      }
      if (lab.endingOf(card) === undefined) await lab.somethingHappens(card, this.#clock.pause(LOOK_EVERY));
    }
  }

  /** A system that does not answer stops the lab's clock, and says so, until it answers again. */
  async #look(task: Task, context: StepContext, since: number): Promise<Noticed> {
    const lab = this.#lab;
    try {
      const noticed = (await this.#system.notice?.(task, context, since)) ?? CANNOT_TELL;
      if (lab.state.clock.isHeld && lab.state.clock.why === SILENT)
        await lab.record({ type: 'lab-clock', change: 'continued', why: SILENT });
      return noticed;
    } catch (error) {
      if (!(error instanceof SystemError)) throw error;
      if (!lab.state.clock.isHeld) await lab.record({ type: 'lab-clock', change: 'held', why: SILENT });
      return { status: 'not-done' };
    }
  }
}

const CANNOT_TELL: Noticed = { status: 'cannot-tell' };

/** Why the clock is held where the lab holds it by itself. */
const SILENT = 'Systemet svarar inte. Klockan står tills det svarar igen.';

const SAID_ONLY = 'En deltagare säger att det är gjort; på den här vägen går det inte att se i systemet.';

const CUT_OFF =
  'Körningen bröts medan steget utfördes, och på den här vägen går det inte att slå upp om det blev gjort.';
