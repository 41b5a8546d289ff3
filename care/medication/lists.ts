import type { Of } from '../../domain/activity.ts';
import { type Drug, scheduleOf, scheduleText } from '../../domain/codes/drugs.ts';
import type { Ref } from '../../domain/ref.ts';
import { stoppedAs } from '../../domain/refusal.ts';
import type { Role } from '../../domain/role.ts';
import { boundOf, type StepContext } from '../../systems/care-system.ts';
import { containsWord } from '../../systems/driver/shielding.ts';
import { listed, quoted } from '../../systems/driver/words.ts';
import {
  MEDICATION_VIEWS,
  type MedicationQuestion,
  type MedicationTask,
  type MedicationView,
} from './activities.ts';
import { NOT_DAILY, STOPPED } from './refusal.ts';

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

/**
 * What is given once a week, as it is prescribed for every day by mistake: a week's dose spread over its days, in whole
 * halves of the unit. That is too little to be stopped by how much it is, so that only how often it is can stop it. An
 * assumption: methotrexate's smallest tablet is 2.5 mg.
 */
export function everyDay({ timesPerWeek = 1, ...drug }: Drug): Drug {
  return { ...drug, dose: Math.ceil((drug.dose * timesPerWeek * 2) / 7) / 2, timesPerDay: 1 };
}

/** Whether an attempt to prescribe for every day what is given once a week was refused for that. */
export function dailyStopped({ ref }: Ref, context: StepContext): Sight {
  const { outcome, reason = '', refusal = 'unsaid' } = boundOf(context, ref);
  if (outcome === 'done') return { seen: false, observed: 'Ordinationen gick igenom, en dos varje dag.' };
  return {
    seen: stoppedAs(NOT_DAILY, refusal, reason) === 'as-hoped',
    observed: `Ordinationen stoppades: ${quoted(reason)}.`,
  };
}

/** How often a drug was prescribed to be given, in words. */
export function scheduleAsked({ ref }: Ref, context: StepContext): string {
  const { drug } = boundOf(context, ref).task as Of<MedicationTask, 'prescribe'>;
  return scheduleText(scheduleOf(drug));
}

/** Whether all views tell the same interval as was prescribed; `tells` reads one view's line. */
export async function schedulesAgree(
  views: readonly MedicationView[],
  asked: string,
  tells: (view: MedicationView) => Promise<string | undefined>,
): Promise<Sight> {
  const told: string[] = [];
  let agree = true;
  for (const view of views) {
    const schedule = await tells(view);
    agree &&= schedule === asked;
    told.push(`${MEDICATION_VIEWS[view]}: ${schedule ?? 'finns inte'}`);
  }
  return {
    seen: agree,
    observed: agree ? `Alla visar ${asked}.` : `Det står inte som det ordinerades: ${told.join('; ')}.`,
  };
}

/** Whether all views hold the one and not the other; `holds` looks in one view. */
export async function stoppedEverywhere(
  views: readonly MedicationView[],
  holds: (view: MedicationView) => Promise<{ readonly stopped: boolean; readonly kept: boolean }>,
): Promise<Sight> {
  const wrong: string[] = [];
  for (const view of views) {
    const { stopped, kept } = await holds(view);
    if (stopped) wrong.push(`i ${MEDICATION_VIEWS[view]} står det utsatta kvar`);
    if (!kept) wrong.push(`i ${MEDICATION_VIEWS[view]} saknas det som ska vara kvar`);
  }
  const [first = '', ...others] = wrong;
  return {
    seen: wrong.length === 0,
    observed:
      wrong.length === 0
        ? 'Det utsatta är borta och det andra kvar i alla listor.'
        : `${first[0]?.toUpperCase()}${[first.slice(1), ...others].join(', ')}.`,
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
