import type { Of } from '../../domain/activity.ts';
import { stoppedAs } from '../../domain/refusal.ts';
import type { Role } from '../../domain/role.ts';
import { boundOf, type StepContext } from '../../systems/care-system.ts';
import { containsWord } from '../../systems/driver/shielding.ts';
import { listed, quoted } from '../../systems/driver/words.ts';
import { MEDICATION_VIEWS, type MedicationQuestion, type MedicationView } from './activities.ts';
import { STOPPED } from './refusal.ts';

/** What was seen: whether it was as expected, and how it looked, in Swedish. */
interface Sight {
  readonly seen: boolean;
  readonly observed: string;
}

/** What a list without drugs is called; lists that all are empty agree about nothing. */
const EMPTY = 'inga läkemedel';

/** Whether all views show the same drugs and doses, in whatever order; `linesOf` reads one view's list. */
export async function listsAgree(
  views: readonly MedicationView[],
  linesOf: (view: MedicationView) => Promise<readonly string[]>,
): Promise<Sight> {
  const lists: { readonly view: MedicationView; readonly text: string }[] = [];
  for (const view of views) lists.push({ view, text: listed((await linesOf(view)).toSorted()) || EMPTY });
  const texts = new Set(lists.map(({ text }) => text));
  return {
    seen: texts.size === 1 && !texts.has(EMPTY),
    observed:
      texts.size === 1
        ? `Alla visar ${lists[0]?.text}.`
        : `${lists.map(({ view, text }) => `${MEDICATION_VIEWS[view]}: ${text}`).join('; ')}.`,
  };
}

/**
 * Whether an attempt to prescribe was refused for the allergy, in the system's own words: the allergen as a word, and not
 * merely a drug that has its name in its own.
 */
export function stoppedFor(
  { attempt, reason: allergen }: Of<MedicationQuestion, 'prescription-stopped'>,
  context: StepContext,
): Sight {
  const { outcome, reason = '', refusal = 'unsaid' } = boundOf(context, attempt.ref);
  if (outcome === 'done') return { seen: false, observed: 'Ordinationen gick igenom.' };
  return {
    seen:
      stoppedAs(STOPPED, refusal, reason) === 'as-hoped' &&
      containsWord(reason, allergen.word, { beginning: true }),
    observed: `Ordinationen stoppades: ${quoted(reason)}.`,
  };
}

/** Which list of drugs each role's page shows; the physician's for all others. */
const MEDICATION_LISTS: Partial<Record<Role, string>> = {
  nurse: 'Utdelningslista',
  'assistant-nurse': 'Utdelningslista',
  'district-nurse': 'Utdelningslista',
  pharmacist: 'Granskningslista',
  patient: 'Mina läkemedel',
};

export const medicationListOf = (role: Role): string => MEDICATION_LISTS[role] ?? 'Läkemedelslista';
