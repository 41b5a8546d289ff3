import { InputError } from '../../domain/input-error.ts';
import type { PatientCriteria } from '../../domain/patient.ts';
import { randomStream } from '../../domain/random.ts';
import type { Inhabitant } from '../demography/inhabitant.ts';
import type { CompiledModule } from '../disease/compile.ts';
import { withDependencies } from '../disease/dependencies.ts';
import { minuteOfDate } from '../history/calendar.ts';
import type { Period, Population } from '../population.ts';

/** Who is wanted: 'kvinna 70–85 i Borås med förmaksflimmer och penicillinallergi'. */
interface HistoryCriteria extends PatientCriteria {
  /** Ids of modules whose diseases the person has on the last day: 'formaksflimmer'. */
  readonly diseases?: readonly string[];
  /** Allergens by name: 'Penicillin'. */
  readonly allergies?: readonly string[];
}

/**
 * Gives somebody of the population who lives and meets the criteria, without making everybody: only people of the
 * right place, sex and age are looked at, in an order that the seed and the instance key decide. Two keys never get
 * the same person.
 */
export type DrawInhabitant = (
  instanceKey: string,
  criteria: HistoryCriteria,
  municipalityCode?: string,
) => Inhabitant;

export function drawInhabitants(population: Population, seed: number, period: Period): DrawInhabitant {
  const ownerOf = new Map<number, string>();
  const known = new Set(population.modules.map(({ id }) => id));
  return (instanceKey, criteria, municipalityCode) => {
    for (const disease of criteria.diseases ?? []) {
      if (!known.has(disease))
        throw new RangeError(`There is no module ${disease}; there are ${[...known].join(', ')}.`);
    }
    const questions = questionsOf(population, criteria);
    const runs = runsOf(population, criteria, municipalityCode);
    const total = runs.reduce((sum, { count }) => sum + count, 0);
    for (const place of inDrawnOrder(total, seed, instanceKey)) {
      const index = indexIn(runs, place);
      const owner = ownerOf.get(index) ?? instanceKey;
      if (owner !== instanceKey || !meets(population, index, criteria, period, questions)) continue;
      ownerOf.set(index, instanceKey);
      return population.personAt(index);
    }
    throw new InputError(
      `Ingen av ${total} personer i befolkningen passar ${JSON.stringify(criteria)}; välj ett vidare åldersspann eller färre sjukdomar.`,
    );
  };
}

/** People who follow one another in the census. */
interface Run {
  readonly first: number;
  readonly count: number;
}

function runsOf(
  { census }: Population,
  criteria: HistoryCriteria,
  municipalityCode: string | undefined,
): Run[] {
  const sexes = criteria.sex === undefined ? (['female', 'male'] as const) : [criteria.sex];
  return census.municipalities.flatMap(({ code }, municipality) => {
    if (municipalityCode !== undefined && code !== municipalityCode) return [];
    return sexes.map((sex) => {
      const first = census.indexOf(municipality, sex, criteria.ageFrom, 0);
      let count = 0;
      for (let age = criteria.ageFrom; age <= criteria.ageTo; age++)
        count += census.count(municipality, sex, age);
      return { first, count };
    });
  });
}

function indexIn(runs: readonly Run[], place: number): number {
  let left = place;
  for (const { first, count } of runs) {
    if (left < count) return first + left;
    left -= count;
  }
  throw new RangeError('The place is beyond the last run.');
}

/** Every place once: a walk of a stride that shares no divisor with the total. */
function* inDrawnOrder(total: number, seed: number, instanceKey: string): Generator<number> {
  if (total === 0) return;
  const draws = randomStream(seed, 'draw-inhabitant', instanceKey);
  const start = draws.below(total);
  let stride = 1 + draws.below(total);
  while (greatestCommonDivisor(stride, total) !== 1) stride++;
  for (let n = 0; n < total; n++) yield (start + n * stride) % total;
}

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b);

/** One thing that is wanted, and the modules that decide whether somebody has it. */
interface Question extends Pick<HistoryCriteria, 'diseases' | 'allergies'> {
  readonly only: ReadonlySet<number>;
}

/** What is wanted, thing by thing, the least to live first. */
function questionsOf(
  { modules }: Population,
  { diseases = [], allergies = [] }: HistoryCriteria,
): Question[] {
  const decidedBy = (decides: (module: CompiledModule) => boolean): ReadonlySet<number> =>
    withDependencies(
      modules,
      modules.filter(decides).map(({ index }) => index),
    );
  return [
    ...diseases.map((disease) => ({ diseases: [disease], only: decidedBy(({ id }) => id === disease) })),
    ...allergies.map((allergen) => ({
      allergies: [allergen],
      only: decidedBy(({ states }) =>
        states.some(({ writes }) =>
          writes.some(({ what }) => what.kind === 'allergy' && what.allergen.name === allergen),
        ),
      ),
    })),
  ].toSorted((a, b) => a.only.size - b.only.size);
}

/** The cheapest questions first: a whole life, and so a death, is only lived where all else fits. */
function meets(
  population: Population,
  index: number,
  criteria: HistoryCriteria,
  period: Period,
  questions: readonly Question[],
): boolean {
  if (population.personAt(index).protectedIdentity !== criteria.protectedIdentity) return false;
  // What somebody has does not depend on how much of the life is told, and the least is told soonest.
  const untold = { ...period, years: 0 };
  if (!questions.every((asked) => hasWanted(population.lifeOf(index, untold, asked.only), asked)))
    return false;
  const life = population.lifeOf(index, untold);
  const until = minuteOfDate(period.until);
  return !life.facts.some((fact) => fact.kind === 'death' && fact.at < until) && hasWanted(life, criteria);
}

function hasWanted(
  { facts, has }: ReturnType<Population['lifeOf']>,
  { diseases = [], allergies = [] }: Omit<Question, 'only'>,
): boolean {
  const known = new Set(facts.map((fact) => (fact.kind === 'allergy' ? fact.allergen.name : undefined)));
  return diseases.every((disease) => has(disease)) && allergies.every((allergen) => known.has(allergen));
}
