import type { ActivityKind, Question, Task } from './activity.ts';
import { InputError } from './input-error.ts';
import type { Ref } from './ref.ts';
import type { HopedFor } from './refusal.ts';
import type { Actor, UnitKind } from './role.ts';
import { MINUTE, type Milliseconds } from './time.ts';

/** Words of a report, in both languages. */
interface Words {
  readonly sv: string;
  readonly en: string;
}

/** Hands-on time on the day's clock before the system is touched, and where the figure comes from. */
export interface WorkingTime {
  readonly milliseconds: Milliseconds;
  /** A public source, or the word `assumption`. */
  readonly source: string;
}

/** No public source gives times a step. */
export const assumedMinutes = (minutes: number): WorkingTime => ({
  milliseconds: minutes * MINUTE,
  source: 'assumption',
});

/** A law of conservation: what is sent must show in one of these questions about it. */
export interface Law extends Words {
  /** 'order-has-one-answer' */
  readonly id: string;
  readonly shownBy: readonly ActivityKind[];
}

/** Where something that was sent must be found when nobody sends anything any more. */
export interface LastLookFacts {
  /** Only where this has been done with it; of the looks of an activity the first that fits counts. */
  readonly onceDone?: ActivityKind;
  readonly question: ActivityKind;
  /** The question's field that names what was sent. */
  readonly about: string;
  /** Who looks; the sender when absent. */
  readonly by?: Actor;
}

/** What an area says of a task, beside how it is done. */
export interface TaskFacts extends Words {
  /** None for what takes no time of its own. */
  readonly workingTime?: WorkingTime;
  /** The kind of unit that receives what is done, though nobody acts there. */
  readonly receiver?: UnitKind;
  /** Of an attempt, which may well be refused: the no that is meant. */
  readonly mayBeRefused?: HopedFor;
  readonly conserved?: readonly Law[];
  readonly lastLooks?: readonly LastLookFacts[];
}

/** What an area says of a question, beside how it is answered. */
interface QuestionFacts extends Words {
  /**
   * What must have been seen at least once for this to say anything, and the words for when it was not: a system whose
   * alarms are dead passes every test that no alarm goes off.
   */
  readonly saysNothingWithout?: Words & { readonly seen: ActivityKind };
}

/** What is known of one kind of activity; plain JSON that stands in the evidence, so that a run is read without its areas. */
export type ActivityFacts = { readonly kind: ActivityKind; readonly area: string } & (
  | ({ readonly type: 'task' } & TaskFacts)
  | ({ readonly type: 'question' } & QuestionFacts)
);

/** What a name of a flow must stand for where an activity needs it, and the tasks that make such a thing. */
export interface Thing {
  /** 'en provordination' */
  readonly sv: string;
  readonly madeBy: readonly ActivityKind[];
}

/** What nobody can do, or see, before something else was done: one of these, where there are more ways to do it. */
export interface Precedent {
  readonly done: ActivityKind | readonly ActivityKind[];
  /** The field whose thing it was done to, where it was done to one. */
  readonly of?: string;
  /** 'provet har tagits' */
  readonly sv: string;
}

/** What the flows are held against when they are compiled. */
interface RulesOfFlows<K extends ActivityKind = ActivityKind> {
  /** By the field of an activity that names it. */
  readonly things?: Readonly<Record<string, Thing>>;
  readonly precedents?: Readonly<Partial<Record<K, Precedent>>>;
}

/** One area of care: 'laboratory', and all that is done and seen in it. */
export interface Area extends Words, RulesOfFlows {
  readonly name: string;
  readonly activities: readonly ActivityFacts[];
}

/** The fields of some activities that name what an earlier step made. */
type NamingFields<A> = A extends unknown
  ? { [K in keyof A]-?: NonNullable<A[K]> extends Ref ? K : never }[keyof A] & string
  : never;

/** Of each of them it is told what the name must stand for. */
type ThingsOf<F extends string> = [F] extends [never]
  ? Pick<RulesOfFlows, 'things'>
  : { readonly things: Readonly<Record<F, Thing>> };

type AreaDefinition<T extends Task, Q extends Question> = Words &
  Pick<RulesOfFlows<T['kind'] | Q['kind']>, 'precedents'> &
  ThingsOf<NamingFields<T | Q>> & {
    readonly name: string;
    readonly tasks: { readonly [K in T['kind']]: TaskFacts };
    readonly questions: { readonly [K in Q['kind']]: QuestionFacts };
  };

/** An area, of which every task and question of its unions must be told, and what their names stand for. */
export function defineArea<T extends Task, Q extends Question>({
  name,
  sv,
  en,
  tasks,
  questions,
  ...rules
}: AreaDefinition<T, Q>): Area {
  const activities: ActivityFacts[] = [
    ...Object.entries<TaskFacts>(tasks).map(
      ([kind, facts]) => ({ type: 'task', kind, area: name, ...facts }) as const,
    ),
    ...Object.entries<QuestionFacts>(questions).map(
      ([kind, facts]) => ({ type: 'question', kind, area: name, ...facts }) as const,
    ),
  ];
  return { name, sv, en, activities, ...rules };
}

/** What is known of kinds of activity: those of the areas at hand, or those that some runs told of. */
export class Vocabulary {
  readonly #facts = new Map<ActivityKind, ActivityFacts>();

  /** @throws InputError when two areas use the same word */
  constructor(activities: readonly ActivityFacts[]) {
    for (const facts of activities) {
      const other = this.#facts.get(facts.kind);
      if (other !== undefined && other.area !== facts.area) {
        throw new InputError(
          `Vårdområdena ${other.area} och ${facts.area} kallar båda något "${facts.kind}"; ge det ena ett annat namn.`,
        );
      }
      this.#facts.set(facts.kind, facts);
    }
  }

  get activities(): readonly ActivityFacts[] {
    return [...this.#facts.values()];
  }

  of(kind: ActivityKind): ActivityFacts | undefined {
    return this.#facts.get(kind);
  }

  /** What it is called in reports; a kind that nobody told of is called by its own word. */
  name(kind: ActivityKind): Words {
    const { sv = kind, en = kind } = this.of(kind) ?? {};
    return { sv, en };
  }

  /** What is known of a task; nothing of what no area has told of. */
  task(kind: ActivityKind): TaskFacts | undefined {
    const facts = this.of(kind);
    return facts?.type === 'task' ? facts : undefined;
  }
}
