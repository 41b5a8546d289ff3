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
import type { Needs, QuestionWay, TaskWay } from './handler.ts';
import { handlerOf, questionHandler, taskHandler } from './vocabulary.ts';

/**
 * How each kind of step is done and seen on one server, by what that server says it can: whole; plainly, where it stores
 * and searches and leaves the rest to people; or not at all. Found out once a kind: under load it is asked many times a second.
 */
export class Ways {
  readonly abilities: Abilities;
  readonly #known = new Map<ActivityKind, { readonly plain: boolean; readonly capability: Capability }>();

  constructor(abilities: Abilities) {
    this.abilities = abilities;
  }

  capability(kind: ActivityKind, activity?: Task | Question): Capability {
    const { capability, plain } = this.#of(kind);
    const needsOf = activity === undefined || plain ? undefined : handlerOf(kind)?.needsOf;
    return needsOf === undefined || activity === undefined
      ? capability
      : this.abilities.covers(needsOf(activity));
  }

  toDo<K extends TaskKind>(kind: K): TaskWay<TaskOf<K>> {
    const handler = taskHandler(kind);
    return handler.plainly !== undefined && this.#of(kind).plain ? handler.plainly : handler;
  }

  toSee<K extends QuestionKind>(kind: K): QuestionWay<QuestionOf<K>> {
    const handler = questionHandler(kind);
    return handler.plainly !== undefined && this.#of(kind).plain ? handler.plainly : handler;
  }

  #of(kind: ActivityKind): { readonly plain: boolean; readonly capability: Capability } {
    const known = this.#known.get(kind);
    if (known !== undefined) return known;
    const found = this.#find(kind);
    this.#known.set(kind, found);
    return found;
  }

  #find(kind: ActivityKind): { readonly plain: boolean; readonly capability: Capability } {
    const handler: { needs: Needs; plainly?: { needs: Needs } } | undefined = handlerOf(kind);
    if (handler === undefined) {
      const reason = `Drivrutinen fhir-r4 kan inte steget ${kind}.`;
      return { plain: false, capability: { supported: false, reason } };
    }
    const capability = this.abilities.covers(handler.needs);
    if (capability.supported || handler.plainly === undefined) return { plain: false, capability };
    const plainly = this.abilities.covers(handler.plainly.needs);
    return { plain: plainly.supported, capability: plainly.supported ? plainly : capability };
  }
}
