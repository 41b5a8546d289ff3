import type { Task } from '../domain/activity.ts';
import { stepOfToken } from '../domain/step-token.ts';
import { type Milliseconds, SECOND, type Timekeeper } from '../domain/time.ts';
import {
  type CareSystem,
  type Noticed,
  type StepContext,
  type TaskOutcome,
  unitOf,
} from '../systems/care-system.ts';
import type { Ahead } from './ahead.ts';
import type { Lab } from './lab.ts';
import { Outage } from './outage.ts';

/** How often the system is looked into for what a person does, and for a card that lies behind the one in hand. */
const LOOK_EVERY: Milliseconds = 0.7 * SECOND;
const LOOK_BEHIND_EVERY: Milliseconds = 3 * SECOND;

/**
 * How long after a person has said that something is done the system may take to show it: as long as most questions
 * of the flows allow. An assumption.
 */
const MAY_TAKE: Milliseconds = 5 * SECOND;

export interface WithPeopleOptions {
  readonly system: CareSystem;
  readonly lab: Lab;
  readonly clock: Timekeeper;
  readonly ahead: Ahead;
}

/**
 * The system under test with people among its robots. A task that somebody at a workstation takes becomes a card, and is
 * done when the system shows it; no one who plays a flow can tell the two apart.
 */
export function withPeople({ system, lab, clock, ahead }: WithPeopleOptions): CareSystem {
  const outage = new Outage(lab, clock);
  const byRobot = (task: Task, context: StepContext): Promise<TaskOutcome> =>
    ahead.doing(context.instance, stepOfToken(context.token), () =>
      outage.waitingOut(() => system.perform(task, context)),
    );
  const watching = new Watching({ system, lab, clock, outage, byRobot });
  const { beginFlow, endFlow, settle, signIn, clockAhead, watch } = system;
  return {
    name: system.name,
    channel: system.channel,
    connect: () => system.connect(),
    capability: (kind, activity) => system.capability(kind, activity),
    introduce: (patient, units) => outage.waitingOut(() => system.introduce(patient, units)),
    ask: (question, context) => outage.waitingOut(() => system.ask(question, context)),
    close: () => system.close(),
    async perform(task, context) {
      const step = stepOfToken(context.token);
      const { instance, actor } = context;
      ahead.reached(instance, step);
      const offer = { instance, step, kind: task.kind, actor, unit: unitOf(context)?.key };
      const card = await lab.offer(offer);
      return card === undefined ? byRobot(task, context) : watching.until(card, task, context);
    },
    // Of a run that was cut off: a card lies where it lay; what no card tells of was a robot's.
    async settle(task, context) {
      const step = stepOfToken(context.token);
      ahead.reached(context.instance, step);
      const card = lab.cardOf(context.instance, step);
      if (card !== undefined) return watching.until(card.id, task, context);
      return settle === undefined
        ? { status: 'unknown', reason: CUT_OFF }
        : settle.call(system, task, context);
    },
    ...(clockAhead === undefined ? {} : { clockAhead: () => clockAhead.call(system) }),
    ...(watch === undefined ? {} : { watch }),
    ...(beginFlow === undefined ? {} : { beginFlow: (context) => beginFlow.call(system, context) }),
    async endFlow(context, outcome) {
      ahead.ended(context.instance);
      return (await endFlow?.call(system, context, outcome)) ?? [];
    },
    ...(signIn === undefined ? {} : { signIn: (actor, unit) => signIn.call(system, actor, unit) }),
  };
}

interface WatchingOptions extends Omit<WithPeopleOptions, 'ahead'> {
  readonly outage: Outage;
  readonly byRobot: CareSystem['perform'];
}

class Watching {
  readonly #options: WatchingOptions;

  constructor(options: WatchingOptions) {
    this.#options = options;
  }

  /** Waits until the system shows what a card asks for, or until the card is over otherwise. */
  async until(card: string, task: Task, context: StepContext): Promise<TaskOutcome> {
    const { lab, clock, byRobot } = this.#options;
    for (let saidSince: number | undefined; ; ) {
      const dealtAt = lab.state.cards.get(card)?.dealtAt ?? clock.now();
      const looked = await this.#look(task, context, dealtAt);
      const noticed = looked ?? NOT_SEEN;
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
      if (ending !== undefined) return byRobot(task, context);
      // A system that is silent has not said that it is not done.
      if (before?.isSaidDone !== true || looked === undefined) saidSince = undefined;
      else {
        saidSince ??= clock.now();
        if (noticed.status === 'cannot-tell') await lab.tell(card, 'unverifiable');
        else if (clock.now() - saidSince >= MAY_TAKE) await lab.tell(card, 'not-shown');
      }
      if (lab.endingOf(card) !== undefined) continue;
      const pause = lab.isInHand(card) ? LOOK_EVERY : LOOK_BEHIND_EVERY;
      await lab.somethingHappens(card, clock.pause(pause));
    }
  }

  #look(task: Task, context: StepContext, since: number): Promise<Noticed | undefined> {
    const { system, outage } = this.#options;
    return outage.look(async () => (await system.notice?.(task, context, since)) ?? CANNOT_TELL);
  }
}

const NOT_SEEN: Noticed = { status: 'not-done' };
const CANNOT_TELL: Noticed = { status: 'cannot-tell' };

const SAID_ONLY = 'En deltagare säger att det är gjort; på den här vägen går det inte att se i systemet.';

const CUT_OFF =
  'Körningen bröts medan steget utfördes, och på den här vägen går det inte att slå upp om det blev gjort.';
