import type { LabInject, LabInjected } from '../domain/lab-evidence.ts';
import type { Milliseconds } from '../domain/time.ts';
import type { Beneath } from './beneath.ts';
import { dueAt, expiredVerdict, type InjectState, isActing, isUnsettled } from './inject-state.ts';
import type { Lab } from './lab.ts';

/** The part of a day that injects need: something happens when its clock comes to a time. */
export interface DayClock {
  at(dayTime: Milliseconds, what: () => void): void;
}

/**
 * Has injects come when they are planned, do what they do beneath the lab for as long as they last, and settles what was
 * expected when its time is out. All on the day's clock: a hold puts it off, and "now" is now. What a server that was
 * killed had begun is begun again. Answers how to let go.
 */
export function conductInjects(lab: Lab, day: DayClock, beneath: Beneath): () => void {
  const injects = new Injects(lab, day, beneath);
  for (const each of lab.state.injects) injects.takeUp(each);
  return lab.onChange((event) => {
    if (event.type === 'lab-injected') injects.happened(event);
  });
}

/** What is planned before a time does not come: nobody is there to meet it. */
export async function leaveOutUntil(lab: Lab, dayTime: Milliseconds): Promise<void> {
  for (const { inject, state } of lab.state.injects)
    if (state === 'planned' && (inject.plannedAt ?? 0) < dayTime)
      await lab.record({ type: 'lab-injected', inject, change: 'skipped' });
}

/** People have gone home: nothing more comes or goes on beneath, and what was expected of them is settled. */
export async function settleInjects(lab: Lab): Promise<void> {
  await leaveOutUntil(lab, Number.POSITIVE_INFINITY);
  for (const each of lab.state.injects) {
    if (isActing(each)) await lab.record({ type: 'lab-injected', inject: each.inject, change: 'ended' });
    await expire(lab, each.inject.id);
  }
}

/** Says what came of an inject whose time is out, unless somebody has. */
async function expire(lab: Lab, id: string): Promise<void> {
  const now = stateOf(lab, id);
  if (now === undefined || !isUnsettled(now)) return;
  const verdict = expiredVerdict(now);
  await lab.record({ type: 'lab-expected', inject: id, change: 'expired', verdict });
}

const stateOf = (lab: Lab, id: string): InjectState | undefined =>
  lab.state.injects.find(({ inject }) => inject.id === id);

class Injects {
  readonly #lab: Lab;
  readonly #day: DayClock;
  readonly #beneath: Beneath;
  /** One thing after the other is done beneath, in the order in which it was asked for. */
  #doing: Promise<void> = Promise.resolve();

  constructor(lab: Lab, day: DayClock, beneath: Beneath) {
    this.#lab = lab;
    this.#day = day;
    this.#beneath = beneath;
  }

  /** Goes on with one from where the lab's events left it. */
  takeUp(each: InjectState): void {
    const { inject, state } = each;
    if (state === 'planned' && inject.plannedAt !== undefined) this.#plan(inject, inject.plannedAt);
    if (state !== 'sent') return;
    if (isUnsettled(each)) this.#watch(each);
    if (inject.act !== undefined && (each.acts === undefined || isActing(each))) this.#begin(inject);
  }

  happened({ inject, change }: LabInjected): void {
    const now = stateOf(this.#lab, inject.id);
    if (now === undefined) return;
    if (change === 'sent' && inject.act !== undefined && now.acts === undefined) this.#begin(inject);
    if ((change === 'sent' || change === 'acknowledged') && isUnsettled(now)) this.#watch(now);
    if (change === 'ended') this.#end(inject);
  }

  #plan(inject: LabInject, at: Milliseconds): void {
    this.#at(at, async () => {
      // The facilitator may have sent it before, or left it out.
      if (stateOf(this.#lab, inject.id)?.state === 'planned')
        await this.#lab.record({ type: 'lab-injected', inject, change: 'sent' });
    });
  }

  #watch(each: InjectState): void {
    const due = dueAt(each);
    this.#at(due, async () => {
      const now = stateOf(this.#lab, each.inject.id);
      // Taken in meanwhile, it has its time from then.
      if (now !== undefined && dueAt(now) <= due) await expire(this.#lab, each.inject.id);
    });
  }

  #begin(inject: LabInject): void {
    const { act } = inject;
    if (act === undefined) return;
    this.#next(async () => {
      const isAgain = stateOf(this.#lab, inject.id)?.acts === 'begun';
      if (!(await this.#managed(inject, () => this.#beneath.begin(act)))) return;
      if (!isAgain) await this.#lab.record({ type: 'lab-injected', inject, change: 'begun' });
      const began = stateOf(this.#lab, inject.id)?.beganAt ?? this.#lab.dayTime;
      if (act.lasts !== undefined)
        this.#at(began + act.lasts, async () => {
          const now = stateOf(this.#lab, inject.id);
          if (now !== undefined && isActing(now))
            await this.#lab.record({ type: 'lab-injected', inject, change: 'ended' });
        });
    });
  }

  #end(inject: LabInject): void {
    const { id, act } = inject;
    if (act === undefined) return;
    this.#next(async () => {
      const isAnothers = this.#lab.state.injects.some(
        (each) => each.inject.id !== id && isActing(each) && isSameAct(each.inject.act, act),
      );
      if (!isAnothers) await this.#managed(inject, () => this.#beneath.end(act));
    });
  }

  /** Whether something was done; what hindered it is told. */
  async #managed(inject: LabInject, what: () => Promise<void>): Promise<boolean> {
    try {
      await what();
      return true;
    } catch (error) {
      await this.#lab.record({ type: 'lab-injected', inject, change: 'failed', why: wordsOf(error) });
      return false;
    }
  }

  #at(dayTime: Milliseconds, what: () => Promise<void>): void {
    this.#day.at(Math.max(dayTime, this.#lab.state.clock.dayTime), () => this.#next(what));
  }

  #next(what: () => Promise<void>): void {
    // What cannot be written down any more has ended the run already.
    this.#doing = this.#doing.then(what).catch(() => undefined);
  }
}

const isSameAct = (one: LabInject['act'], other: LabInject['act']): boolean =>
  one?.kind === other?.kind && one?.fault === other?.fault;

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
