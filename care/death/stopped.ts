import type { Ref } from '../../domain/ref.ts';
import { type HopedFor, stoppedAs } from '../../domain/refusal.ts';
import { boundOf, type StepContext } from '../../systems/care-system.ts';
import { quoted } from '../../systems/driver/words.ts';

/** The no that a booking for the dead is meant to meet. */
export const DEAD: HopedFor = {
  kinds: ['rule', 'unsaid'],
  because: 'patienten är avliden',
  words: ['avliden', 'död', 'deceased', 'dead'],
};

export function stoppedForDeath({ ref }: Ref, context: StepContext) {
  const { outcome, reason = '', refusal = 'unsaid' } = boundOf(context, ref);
  if (outcome === 'done') return { seen: false, observed: 'Tiden gick att boka.' };
  return {
    seen: stoppedAs(DEAD, refusal, reason) === 'as-hoped',
    observed: `Bokningen stoppades: ${quoted(reason)}.`,
  };
}
