import type { Activity, ActivityKind, Question, Task } from '../../domain/activity.ts';
import type { Capability } from '../care-system.ts';
import type { Abilities } from './capability.ts';
import type { Needs, QuestionWay, TaskWay } from './handler.ts';
import type { Dialects } from './mapping/dialect.ts';
import type { FhirVocabulary, Handler, Way } from './vocabulary.ts';

/** What a server can do of a kind of step, and whether that is the plain way. */
interface Settled {
  readonly capability: Capability;
  readonly isPlain: boolean;
}

/**
 * How each step is done and seen on one server, by what that server says it can: whole; plainly, where it stores and
 * searches and leaves the rest to people; or not at all. Found out once a kind: under load it is asked many times a second.
 */
export class Ways {
  readonly abilities: Abilities;
  readonly #vocabulary: FhirVocabulary;
  readonly #dialects: Dialects | undefined;
  /** Of those kinds whose steps all need the same. */
  readonly #known = new Map<ActivityKind, Settled>();

  /** @param dialects where the system says something otherwise than the areas */
  constructor(abilities: Abilities, vocabulary: FhirVocabulary, dialects?: Dialects) {
    this.abilities = abilities;
    this.#vocabulary = vocabulary;
    this.#dialects = dialects;
  }

  /** @param activity the very step; without it, whether all steps of the kind can be done or seen */
  capability(kind: ActivityKind, activity?: Activity): Capability {
    const reason = `Inget vårdområde säger hur steget ${kind} görs i FHIR.`;
    return this.#settled(kind, activity)?.capability ?? { supported: false, reason };
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
    return this.#settled(kind, activity)?.isPlain === true;
  }

  /** Undefined for a kind that no area says in FHIR. */
  #settled(kind: ActivityKind, activity: Activity | undefined): Settled | undefined {
    const known = this.#known.get(kind);
    if (known !== undefined) return known;
    const handler = this.#vocabulary.handler(kind);
    if (handler === undefined) return undefined;
    const settled = this.#settle(kind, handler, activity);
    const differs = handler.needsOf !== undefined || handler.plainly?.needsOf !== undefined;
    if (!differs) this.#known.set(kind, settled);
    return settled;
  }

  #settle(kind: ActivityKind, handler: Handler, activity: Activity | undefined): Settled {
    const whole = this.#covers(kind, handler, activity);
    if (whole.supported || handler.plainly === undefined) return { capability: whole, isPlain: false };
    const plainly = this.#covers(kind, handler.plainly, activity);
    return { capability: plainly.supported ? plainly : whole, isPlain: true };
  }

  #covers(kind: ActivityKind, { needs, needsOf }: Way, activity: Activity | undefined): Capability {
    return this.#hold(kind, activity === undefined || needsOf === undefined ? needs : needsOf(activity));
  }

  #hold(kind: ActivityKind, needs: Needs): Capability {
    return this.abilities.covers(this.#dialects === undefined ? needs : this.#dialects.of(kind).needs(needs));
  }
}
