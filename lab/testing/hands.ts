import type { Task } from '../../domain/activity.ts';
import { nameGiven } from '../../domain/activity.ts';
import type { Bound, CareSystem, StepContext, TaskOutcome } from '../../systems/care-system.ts';

/**
 * The hands of a participant: does in the pages what a card says. What earlier steps made goes by the numbers that the
 * pages show, which this remembers; a robot's numbers are looked up by the reader of the test.
 */
export class Hands {
  readonly #pages: CareSystem;
  readonly #numbers = new Map<string, Map<string, Bound>>();
  readonly #begun = new Set<string>();

  constructor(pages: CareSystem) {
    this.#pages = pages;
  }

  async do(task: Task, context: StepContext): Promise<TaskOutcome> {
    const { instance, actor } = context;
    const bound = this.#numbers.get(instance) ?? new Map<string, Bound>();
    this.#numbers.set(instance, bound);
    const own = { ...context, bound };
    if (!this.#begun.has(instance)) {
      this.#begun.add(instance);
      await this.#pages.beginFlow?.(own);
    }
    const outcome = await this.#pages.perform(task, own);
    const name = nameGiven(task);
    if (outcome.status === 'done' && name !== undefined)
      bound.set(name, {
        ...{ name, task, actor, outcome: 'done' },
        ...(outcome.reference === undefined ? {} : { reference: outcome.reference }),
      });
    return outcome;
  }

  async rest(context: StepContext): Promise<void> {
    await this.#pages.endFlow?.(context, { keepRecording: false });
  }
}
