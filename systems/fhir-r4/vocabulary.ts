import type { ActivityKind, Question, Task } from '../../domain/activity.ts';
import type { FhirArea, Needs, QuestionHandler, TaskHandler, Workflow } from './handler.ts';

/** What is common to all ways of all kinds of step. */
export interface Way {
  readonly needs: Needs;
  needsOf?(activity: Task | Question): Needs;
}

/** What is common to the handlers of all kinds of step. */
export interface Handler extends Way {
  readonly plainly?: Way;
}

/** How every kind of activity of some areas is done and answered in FHIR. */
export interface FhirVocabulary {
  readonly kinds: readonly ActivityKind[];
  /** Everything that any of them asks of a server, plainly or not. */
  readonly everyNeeds: readonly Needs[];
  /** What systems may do by themselves, by name; of two areas with one name the first counts. */
  readonly workflows: ReadonlyMap<string, Workflow>;
  /** Undefined for a kind that no area says in FHIR. */
  handler(kind: ActivityKind): Handler | undefined;
  task(kind: ActivityKind): TaskHandler<Task>;
  question(kind: ActivityKind): QuestionHandler<Question>;
}

export function fhirVocabulary(areas: readonly FhirArea[]): FhirVocabulary {
  // A handler is found by the kind of what it is given, so it takes just that.
  const tasks = tableOf<TaskHandler<Task>>(areas.map((area) => area.tasks));
  const questions = tableOf<QuestionHandler<Question>>(areas.map((area) => area.questions));
  const handlers = new Map<ActivityKind, Handler>([...tasks, ...questions] as [ActivityKind, Handler][]);
  return {
    kinds: [...handlers.keys()],
    everyNeeds: [...handlers.values()].flatMap(({ needs, plainly }) =>
      plainly === undefined ? [needs] : [needs, plainly.needs],
    ),
    // Of equal keys a map keeps the last.
    workflows: new Map(areas.toReversed().flatMap(({ workflows = {} }) => Object.entries(workflows))),
    handler: (kind) => handlers.get(kind),
    task: (kind) => found(tasks, kind),
    question: (kind) => found(questions, kind),
  };
}

const tableOf = <H>(tables: readonly Readonly<Record<ActivityKind, unknown>>[]): Map<ActivityKind, H> =>
  new Map(tables.flatMap((table) => Object.entries(table) as [ActivityKind, H][]));

function found<H>(handlers: ReadonlyMap<ActivityKind, H>, kind: ActivityKind): H {
  const handler = handlers.get(kind);
  if (handler === undefined) throw new Error(`No area says "${kind}" in FHIR; ask capability first.`);
  return handler;
}
