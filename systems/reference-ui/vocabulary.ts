import type { ActivityKind, Question, Task } from '../../domain/activity.ts';
import type { PagesArea, Place, QuestionHandler, TaskHandler } from './handler.ts';

/** How every kind of activity of some areas is done and answered in the pages. */
export interface PagesVocabulary {
  knows(kind: ActivityKind): boolean;
  task(kind: ActivityKind): TaskHandler<Task>;
  question(kind: ActivityKind): QuestionHandler<Question>;
  /** Where in the chart what a task made is found; undefined for what has no number there. */
  place(kind: ActivityKind): Place | undefined;
  patientSignsIn(kind: ActivityKind): boolean;
}

export function pagesVocabulary(areas: readonly PagesArea[]): PagesVocabulary {
  const tasks = new Map(areas.flatMap((area) => Object.entries(area.tasks)));
  const questions = new Map(areas.flatMap((area) => Object.entries(area.questions)));
  const places = new Map(areas.flatMap((area) => Object.entries(area.places ?? {})));
  const byPatients = new Set(areas.flatMap(({ patientSignsIn = [] }) => patientSignsIn));
  return {
    knows: (kind) => tasks.has(kind) || questions.has(kind),
    // A handler is found by the kind of what it is given, so it takes just that.
    task: (kind) => found(tasks, kind) as TaskHandler<Task>,
    question: (kind) => found(questions, kind) as QuestionHandler<Question>,
    place: (kind) => places.get(kind),
    patientSignsIn: (kind) => byPatients.has(kind),
  };
}

function found<H>(handlers: ReadonlyMap<ActivityKind, H>, kind: ActivityKind): H {
  const handler = handlers.get(kind);
  if (handler === undefined) throw new Error(`No area does "${kind}" in the pages; ask capability first.`);
  return handler;
}
