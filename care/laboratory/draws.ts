import fc from 'fast-check';
import type { Of } from '../../domain/activity.ts';
import { drawsOf } from '../../flows/draws/drawing.ts';
import { textsAtLimits, textsTo } from '../../flows/draws/texts.ts';
import type { LaboratoryTask } from './activities.ts';
import { valuesAtLimits } from './words.ts';

/** Longer than any answer of a culture. An assumption. */
const LONGEST_ANSWER = 8_000;

type AnswerOrder = Of<LaboratoryTask, 'answer-order'>;
type OrderTest = Of<LaboratoryTask, 'order-test'>;

/** An answer may be any that the test can have: a value at a limit of what is normal or can be true, or words of any length. */
export const draws = drawsOf<LaboratoryTask>({
  'answer-order': (task, flow) => {
    const { answer, order } = task;
    if ('text' in answer) {
      return {
        limits: textsAtLimits(LONGEST_ANSWER).map((text) => ({ ...task, answer: { text } })),
        between: textsTo(LONGEST_ANSWER).map(
          (text) => ({ ...task, answer: { text } }),
          (drawn) => ((drawn as AnswerOrder).answer as { readonly text: string }).text,
        ),
      };
    }
    const ordered = flow.find(
      (each): each is OrderTest => each.kind === 'order-test' && (each as OrderTest).as === order.ref,
    );
    const values = ordered === undefined ? [] : valuesAtLimits(ordered.test.word);
    return {
      limits: fc.constantFrom(...new Set([answer.value, ...values])).map(
        (value) => ({ ...task, answer: { ...answer, value } }),
        (drawn) => ((drawn as AnswerOrder).answer as { readonly value: number }).value,
      ),
    };
  },
});
