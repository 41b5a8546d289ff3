import { words } from '../care/medication/words.ts';
import type { DayPlan } from '../domain/care-day.ts';
import type { CareFlow } from '../domain/care-flow.ts';
import type { Drug } from '../domain/codes/drugs.ts';
import type { Patient } from '../domain/patient.ts';
import { randomStream } from '../domain/random.ts';
import type { DeckQuestion } from './deck.ts';

/**
 * The orders that a planned day holds, each for the person it is meant for: what decision support meets most of, and should
 * leave alone. What a flow attempts in order to be stopped is not among them. Of more than `most` so many are drawn, the same
 * for the same seed.
 * @param today YYYY-MM-DD
 */
export function ordinaryOrders(
  plan: Pick<DayPlan, 'flows' | 'seed'>,
  flows: readonly CareFlow[],
  most: number,
  today: string,
): readonly DeckQuestion[] {
  const drugsOf = new Map(flows.map((flow) => [flow.id, flow.steps.flatMap(prescribedIn)]));
  const orders = plan.flows.flatMap(({ instance, flow, patient }) =>
    (drugsOf.get(flow) ?? []).map((drug, index) => ({
      turn: randomStream(plan.seed, 'ordinary-order', instance, index).next(),
      question: questionOf(drug, patient, today),
    })),
  );
  return orders
    .toSorted((one, other) => one.turn - other.turn)
    .slice(0, most)
    .map(({ question }, index) => ({ ...question, case: `o-${String(index + 1).padStart(4, '0')}` }));
}

const prescribedIn = ({ activity }: CareFlow['steps'][number]): Drug[] =>
  activity.type === 'task' && activity.kind === 'prescribe'
    ? [(activity as unknown as { drug: Drug }).drug]
    : [];

function questionOf(drug: Drug, { birthDate, sex, history }: Patient, today: string): DeckQuestion {
  const usual = words.drug[drug.word];
  const snomeds = new Set(history?.allergies.map(({ snomed }) => snomed));
  return {
    kind: 'ordinary',
    case: '',
    patient: { age: ageOn(birthDate, today), sex },
    known: {
      allergies: Object.values(words.allergen).filter(({ snomed }) => snomeds.has(snomed)),
      conditions: (history?.problems ?? []).map(({ icd10, display }) => ({ icd10, display })),
      answers: [],
      drugs: [],
    },
    event: { kind: 'order', order: { drug, weekly: false, ...(usual === undefined ? {} : { usual }) } },
  };
}

function ageOn(birthDate: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
