import type { Ref } from '../../domain/ref.ts';
import { type HopedFor, stoppedAs } from '../../domain/refusal.ts';
import { boundOf, type StepContext } from '../../systems/care-system.ts';
import { quoted } from '../../systems/driver/words.ts';

/** The no that each attempt is meant to meet. */
export const UNCHECKED: HopedFor = {
  kinds: ['rule', 'unsaid'],
  because: 'påsen inte är kontrollerad av två personer',
  words: ['dubbelkontroll', 'två personer', 'second check', 'two people'],
};
export const WRONG_BAG: HopedFor = {
  kinds: ['rule', 'unsaid'],
  because: 'påsen inte är utlämnad till patienten',
  words: ['inte utlämnad', 'annan patient', 'not issued', 'another patient'],
};

/** Whether an attempt to give blood was refused for what it should be. */
export function bloodStopped({ ref }: Ref, hoped: HopedFor, context: StepContext) {
  const { outcome, reason = '', refusal = 'unsaid' } = boundOf(context, ref);
  if (outcome === 'done') return { seen: false, observed: 'Blodet gick att ge.' };
  return {
    seen: stoppedAs(hoped, refusal, reason) === 'as-hoped',
    observed: `Blodet stoppades: ${quoted(reason)}.`,
  };
}
