import { stoppedAs } from '../../domain/refusal.ts';
import { boundOf, type StepContext } from '../../systems/care-system.ts';
import { quoted } from '../../systems/driver/words.ts';
import type { StopQuestion } from './activities.ts';

export const expected = ({ reason }: StopQuestion): string => `Försöket stoppas, eftersom ${reason.word}.`;

/** Whether an attempt was refused, and for what it should be. */
export function stopped({ attempt, reason }: StopQuestion, context: StepContext) {
  const { outcome, reason: said = '', refusal = 'unsaid' } = boundOf(context, attempt.ref);
  if (outcome === 'done') return { seen: false, observed: 'Försöket gick igenom.' };
  const hoped = { kinds: ['rule', 'unsaid'], because: reason.word, words: reason.says } as const;
  return {
    seen: stoppedAs(hoped, refusal, said) === 'as-hoped',
    observed: `Försöket stoppades: ${quoted(said)}.`,
  };
}
