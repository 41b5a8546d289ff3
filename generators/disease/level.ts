import { MINUTES_A_YEAR } from '../history/calendar.ts';
import type { GrowthCurve, TestCode } from './codes.ts';
import type { BySex, Distribution } from './module.ts';
import { Z90 } from './spread.ts';

type Sex = 'female' | 'male';

/** How much of the variance between values is between people; the rest is from time to time. Assumption. */
const BETWEEN = 0.65;
const PERSON = Math.sqrt(BETWEEN);
const OCCASION = Math.sqrt(1 - BETWEEN);
/** A child keeps to its channel of the growth curve: the variance within is small. Assumption. */
const CHANNEL = 0.97;
const OFF_CHANNEL = Math.sqrt(1 - CHANNEL ** 2);

/**
 * A value at an age (in minutes), from the person's own standing in the distribution and the occasion's, both standard
 * normal; rounded as the test is, and within what is possible.
 */
type Level = (person: number, occasion: number, age: number) => number | string;

export interface LevelBySex {
  readonly female: Level;
  readonly male: Level;
}

/** Children have the growth curve of the same name, when no distribution is given. */
export function levelBySex(
  test: TestCode,
  value: BySex<Distribution> | undefined,
  growth: ReadonlyMap<string, GrowthCurve>,
): LevelBySex {
  const given = value ?? test.normal;
  if (given === undefined) throw new RangeError(`${test.name} has no distribution.`);
  const grown = value === undefined ? growth.get(test.name) : undefined;
  const of = (sex: Sex): Level => {
    const adult = level(test, 'female' in given ? given[sex] : given, sex, growth);
    if (grown === undefined) return adult;
    const child = level(test, { curve: test.name }, sex, growth);
    return (person, occasion, age) =>
      age < GROWN_UP ? child(person, occasion, age) : adult(person, occasion * OFF_CHANNEL, age);
  };
  return { female: of('female'), male: of('male') };
}

const GROWN_UP = 18 * MINUTES_A_YEAR;

function level(
  test: TestCode,
  distribution: Distribution,
  sex: Sex,
  growth: ReadonlyMap<string, GrowthCurve>,
): Level {
  const finish = finisher(test);
  if ('text' in distribution) return () => distribution.text;
  if ('curve' in distribution) {
    const at = curve(growth.get(distribution.curve)?.[sex] ?? {});
    const shift = distribution.shift ?? 0;
    return (person, occasion, age) => {
      const { mean, sd } = at(age);
      return finish(mean + sd * (shift + CHANNEL * person + OFF_CHANNEL * occasion));
    };
  }
  if ('median' in distribution) {
    const sigma = Math.log(distribution.p90 / distribution.median) / Z90;
    return (person, occasion) =>
      finish(distribution.median * Math.exp(sigma * (PERSON * person + OCCASION * occasion)));
  }
  const { mean, sd, perDecade = 0 } = distribution;
  return (person, occasion, age) =>
    finish(
      mean + (perDecade * (age / MINUTES_A_YEAR - 50)) / 10 + sd * (PERSON * person + OCCASION * occasion),
    );
}

function finisher({
  decimals = 0,
  possible = [0, Number.MAX_SAFE_INTEGER],
}: TestCode): (value: number) => number {
  const scale = 10 ** decimals;
  const [lowest, highest] = possible;
  return (value) => Math.round(Math.min(highest, Math.max(lowest, value)) * scale) / scale;
}

/** Straight lines between the points of a growth curve. */
function curve(
  points: Readonly<Record<string, readonly [number, number]>>,
): (age: number) => { mean: number; sd: number } {
  const entries = Object.entries(points)
    .map(([months, [mean, sd]]) => ({ age: (Number(months) * MINUTES_A_YEAR) / 12, mean, sd }))
    .sort((a, b) => a.age - b.age);
  const [first] = entries;
  if (first === undefined) throw new RangeError('A growth curve has points.');
  return (age) => {
    const next = entries.findIndex((point) => point.age > age);
    const after = next === -1 ? entries.at(-1) : entries[next];
    const before = next <= 0 ? (next === 0 ? first : after) : entries[next - 1];
    if (after === undefined || before === undefined || after === before) return after ?? first;
    const share = (age - before.age) / (after.age - before.age);
    return {
      mean: before.mean + share * (after.mean - before.mean),
      sd: before.sd + share * (after.sd - before.sd),
    };
  };
}
