import type {
  ActivityKind,
  Question,
  QuestionKind,
  QuestionOf,
  Task,
  TaskKind,
  TaskOf,
} from '../../domain/activity.ts';
import type { Capability } from '../care-system.ts';
import type { Abilities } from './capability.ts';
import type { QuestionWay, TaskWay } from './handler.ts';
import { handlerOf, questionHandler, taskHandler, type Way } from './vocabulary.ts';

type Activity = Task | Question;

/**
 * How each step is done and seen on one server, by what that server says it can: whole; plainly, where it stores and
 * searches and leaves the rest to people; or not at all. Found out once a kind: under load it is asked many times a second.
 */
export class Ways {
  readonly abilities: Abilities;
  readonly #known = new Map<Way, Capability>();

  constructor(abilities: Abilities) {
    this.abilities = abilities;
  }

  /** @param activity the very step; without it, whether all steps of the kind can be done or seen */
  capability(kind: ActivityKind, activity?: Activity): Capability {
    const handler = handlerOf(kind);
    if (handler === undefined) {
      return { supported: false, reason: `Drivrutinen fhir-r4 kan inte steget ${kind}.` };
    }
    const whole = this.#covers(handler, activity);
    if (whole.supported || handler.plainly === undefined) return whole;
    const plainly = this.#covers(handler.plainly, activity);
    return plainly.supported ? plainly : whole;
  }

  toDo<K extends TaskKind>(kind: K, task: Task & TaskOf<K>): TaskWay<TaskOf<K>> {
    const handler = taskHandler(kind);
    return handler.plainly !== undefined && this.#isPlain(kind, task) ? handler.plainly : handler;
  }

  toSee<K extends QuestionKind>(kind: K, question: Question & QuestionOf<K>): QuestionWay<QuestionOf<K>> {
    const handler = questionHandler(kind);
    return handler.plainly !== undefined && this.#isPlain(kind, question) ? handler.plainly : handler;
  }

  #isPlain(kind: ActivityKind, activity: Activity): boolean {
    const handler = handlerOf(kind);
    return handler !== undefined && !this.#covers(handler, activity).supported;
  }

  #covers(way: Way, activity: Activity | undefined): Capability {
    if (activity !== undefined && way.needsOf !== undefined) {
      return this.abilities.covers(way.needsOf(activity));
    }
    const known = this.#known.get(way) ?? this.abilities.covers(way.needs);
    this.#known.set(way, known);
    return known;
  }
}
