import { nameGiven, namesNeeded, type Question } from '../domain/activity.ts';
import type { LastLookFacts, Vocabulary } from '../domain/area.ts';
import type { CareStep, LastLook } from '../domain/care-flow.ts';
import { ref } from '../domain/ref.ts';

/**
 * Gives each task that sends something the looks that must find it in the end, as its area tells: an order that was
 * answered has one answer, one that was not is on the laboratory's worklist. A flow that stopped early has sent what
 * nobody looked for.
 */
export function withLastLooks(steps: readonly CareStep[], vocabulary: Vocabulary): CareStep[] {
  return steps.map((step, at) => {
    const { activity } = step;
    if (activity.type !== 'task') return step;
    const name = nameGiven(activity);
    const looks = vocabulary.task(activity.kind)?.lastLooks;
    if (name === undefined || looks === undefined) return step;
    return { ...step, lastLooks: looks.flatMap((look) => lookIn(steps, at, name, look)) };
  });
}

/** None where it only counts once something has been done with what was sent, which this flow never does. */
function lookIn(
  steps: readonly CareStep[],
  sentAt: number,
  name: string,
  { onceDone, question: kind, about, by }: LastLookFacts,
): LastLook[] {
  const question: Question & Record<string, unknown> = { type: 'question', kind, [about]: ref(name) };
  const whoLooks = by === undefined ? {} : { by };
  if (onceDone === undefined) return [{ question, ...whoLooks }];
  const after = steps.findIndex(
    ({ activity }, at) =>
      at > sentAt &&
      activity.type === 'task' &&
      activity.kind === onceDone &&
      namesNeeded(activity).includes(name),
  );
  return after < 0 ? [] : [{ after, question, ...whoLooks }];
}

/** The look that counts for what a step has sent, by the steps of its flow that were done. */
export const lastLookOf = ({ lastLooks = [] }: CareStep, done: ReadonlySet<number>): LastLook | undefined =>
  lastLooks.find(({ after }) => after === undefined || done.has(after));
