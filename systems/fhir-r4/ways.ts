import type { Activity, ActivityKind, Question, Task } from '../../domain/activity.ts';
import type { Capability } from '../care-system.ts';
import type { Abilities } from './capability.ts';
import type { Needs, QuestionWay, TaskWay } from './handler.ts';
import type { Dialects } from './mapping/dialect.ts';
import type { FhirVocabulary, Way } from './vocabulary.ts';

/**
 * How each step is done and seen on one server, by what that server says it can: whole; plainly, where it stores and
 * searches and leaves the rest to people; or not at all. Found out once a kind: under load it is asked many times a second.
 */
export class Ways {
  readonly abilities: Abilities;
  readonly #vocabulary: FhirVocabulary;
  readonly #dialects: Dialects | undefined;
  readonly #known = new Map<Way, Capability>();

  /** @param dialects where the system says something otherwise than the areas */
  constructor(abilities: Abilities, vocabulary: FhirVocabulary, dialects?: Dialects) {
    this.abilities = abilities;
    this.#vocabulary = vocabulary;
    this.#dialects = dialects;
  }

  /** @param activity the very step; without it, whether all steps of the kind can be done or seen */
  capability(kind: ActivityKind, activity?: Activity): Capability {
    const handler = this.#vocabulary.handler(kind);
    if (handler === undefined) {
      return { supported: false, reason: `Inget vårdområde säger hur steget ${kind} görs i FHIR.` };
    }
    const whole = this.#covers(kind, handler, activity);
    if (whole.supported || handler.plainly === undefined) return whole;
    const plainly = this.#covers(kind, handler.plainly, activity);
    return plainly.supported ? plainly : whole;
  }

  toDo(kind: ActivityKind, task: Task): TaskWay<Task> {
    const handler = this.#vocabulary.task(kind);
    return handler.plainly !== undefined && this.#isPlain(kind, task) ? handler.plainly : handler;
  }

  toSee(kind: ActivityKind, question: Question): QuestionWay<Question> {
    const handler = this.#vocabulary.question(kind);
    return handler.plainly !== undefined && this.#isPlain(kind, question) ? handler.plainly : handler;
  }

  #isPlain(kind: ActivityKind, activity: Activity): boolean {
    const handler = this.#vocabulary.handler(kind);
    return handler !== undefined && !this.#covers(kind, handler, activity).supported;
  }

  #covers(kind: ActivityKind, way: Way, activity: Activity | undefined): Capability {
    if (activity !== undefined && way.needsOf !== undefined) {
      return this.#hold(kind, way.needsOf(activity));
    }
    const known = this.#known.get(way) ?? this.#hold(kind, way.needs);
    this.#known.set(way, known);
    return known;
  }

  #hold(kind: ActivityKind, needs: Needs): Capability {
    return this.abilities.covers(this.#dialects === undefined ? needs : this.#dialects.of(kind).needs(needs));
  }
}
