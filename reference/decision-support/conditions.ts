import type { MedicationRequest } from '@medplum/fhirtypes';
import { news2 } from '../../domain/news2.ts';
import type { Words } from '../words.ts';
import { atcOf, drugOf } from './prescription.ts';
import { doseOf, isWithin } from './quantity.ts';
import type { Range, When } from './rule.ts';
import type { Situation } from './situation.ts';

/** What a rule weighs: the situation, and of a rule about orders the one that is being ordered. */
export interface Weighed {
  readonly situation: Situation;
  readonly order?: MedicationRequest;
  readonly words: Pick<Words, 'allergens' | 'tests'>;
}

/** What was found, by the places of a rule's texts; undefined where the condition does not hold or cannot be told. */
export type Found = Readonly<Record<string, string>> | undefined;

type Holds<K extends keyof When> = (wanted: NonNullable<When[K]>, weighed: Weighed) => Found;

const NOTHING_TO_TELL: Found = {};
const when = (holds: boolean | undefined, found: Found = NOTHING_TO_TELL): Found =>
  holds === true ? found : undefined;

const told = (value: number): string => String(Math.round(value * 100) / 100).replace('.', ',');

const withinOf = (name: string, value: number | undefined, range: Range): Found =>
  value === undefined ? undefined : when(isWithin(value, range), { [name]: told(value) });

const beginsWithOne = (code: string | undefined, groups: readonly string[]): string | undefined =>
  code === undefined ? undefined : groups.find((group) => code.startsWith(group));

/** The other prescriptions: a changed prescription is no second one. */
const others = ({ situation: { prescribed, orders }, order }: Weighed): readonly MedicationRequest[] =>
  [...prescribed, ...orders].filter(
    (each) => each !== order && (each.id === undefined || each.id !== order?.id),
  );

/** One strategy a condition; a rule holds when all that it names do. */
const CONDITIONS: { readonly [K in keyof When]-?: Holds<K> } = {
  drug(groups, { order }) {
    const atc = order && atcOf(order);
    const group = beginsWithOne(atc, groups);
    return group === undefined || order === undefined
      ? undefined
      : { drug: drugOf(order), atc: atc ?? '', group };
  },
  notDrug: (groups, { order }) => when(order && beginsWithOne(atcOf(order), groups) === undefined),
  route(routes, { order }) {
    const route = order?.dosageInstruction?.[0]?.route?.text;
    return route === undefined ? undefined : when(routes.includes(route), { route });
  },
  with(groups, weighed) {
    const other = others(weighed).find((each) => beginsWithOne(atcOf(each), groups) !== undefined);
    return other && { other: drugOf(other) };
  },
  twice(characters, weighed) {
    const { order } = weighed;
    const atc = order && atcOf(order);
    if (order === undefined || atc === undefined) return undefined;
    const own = atc.slice(0, characters);
    const other = others(weighed).find((each) => atcOf(each)?.slice(0, characters) === own);
    return other && { drug: drugOf(order), atc, group: own, other: drugOf(other) };
  },
  dose(limit, { order, situation: { weight } }) {
    const dose = doseOf(order?.dosageInstruction?.[0], limit, weight);
    return dose === undefined
      ? undefined
      : when(isWithin(dose, limit), { dose: `${told(dose)} ${limit.unit}` });
  },
  allergy(wanted, { situation: { allergies }, order, words: { allergens } }) {
    const atc = order && atcOf(order);
    const found = allergens.find(
      ({ snomed, word, atcPrefix }) =>
        allergies.has(snomed) &&
        (wanted === 'own' ? atc?.startsWith(atcPrefix) === true : wanted.includes(word)),
    );
    if (found === undefined || order === undefined) return undefined;
    const { word: allergen, display: allergy, atcPrefix: group } = found;
    return { allergen, allergy, drug: drugOf(order), atc: atc ?? '', ...(wanted === 'own' ? { group } : {}) };
  },
  age: (range, { situation: { age } }) => withinOf('age', age, range),
  sex: (sex, { situation }) => when(situation.sex === sex),
  weight: (range, { situation: { weight } }) => withinOf('weight', weight, range),
  condition(beginnings, { situation: { conditions } }) {
    const found = [...conditions].find(([code]) => beginsWithOne(code, beginnings) !== undefined);
    return found && { condition: found[1] };
  },
  answer({ test: word, ...range }, { situation: { answers }, words: { tests } }) {
    const test = tests.find((each) => each.word === word);
    const answer = test && answers.get(test.code);
    if (answer === undefined || !isWithin(answer.value, range)) return undefined;
    return { test: word, value: `${told(answer.value)} ${answer.unit === '1' ? '' : answer.unit}`.trim() };
  },
  news2: (range, { situation: { vitals } }) => withinOf('score', vitals && news2(vitals).score, range),
  singleThree(_, { situation: { vitals } }) {
    const result = vitals && news2(vitals);
    return result && when(result.singleThree, { score: told(result.score) });
  },
};

/** What was found where all conditions hold; undefined where one does not. */
export function foundBy(conditions: When, weighed: Weighed): Found {
  let found: Found = {};
  for (const [name, wanted] of Object.entries(conditions)) {
    if (wanted === undefined) continue;
    const holds = CONDITIONS[name as keyof When] as (wanted: unknown, weighed: Weighed) => Found;
    const more = holds(wanted, weighed);
    if (more === undefined) return undefined;
    found = { ...found, ...more };
  }
  return found;
}
