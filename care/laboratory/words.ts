import { readFileSync } from 'node:fs';
import { type LaboratoryTest, TEST_SYSTEMS } from '../../domain/codes/laboratory-tests.ts';
import { readWords, wordFilesOf } from '../../input/word-files.ts';

// Read and not imported: what cucumber-js loads by ts-node has no import attributes.
const schema = JSON.parse(readFileSync(new URL('./words.schema.json', import.meta.url), 'utf8'));

/** A test as a file of words has it. */
interface TestWord extends Omit<LaboratoryTest, 'system'> {
  readonly system: keyof typeof TEST_SYSTEMS;
  /** What can be true of a living patient, and how finely it is measured; whole numbers where nothing is said. */
  readonly plausible?: { readonly from: number; readonly to: number; readonly step?: number };
  /** What is normal, of women and men together or apart. */
  readonly reference?: readonly ReferenceInterval[];
}

const { tests = [] } = readWords<{ readonly tests: readonly TestWord[] }>(wordFilesOf('laboratory'), schema, {
  tests: ['system', 'code'],
});

interface ReferenceInterval {
  readonly low?: number;
  readonly high?: number;
}

const REFERENCE = new Map(tests.map(({ word, reference = [] }) => [word, reference]));

/** What a test can be answered at its limits: the least and the most that can be true, and on both sides of what is normal. */
export function valuesAtLimits(word: string): readonly number[] {
  const range = PLAUSIBLE.get(word);
  if (range === undefined) return [];
  const { from, to, step = 1 } = range;
  const normal = (REFERENCE.get(word) ?? []).flatMap(({ low, high }) =>
    [low, high].filter((each) => each !== undefined),
  );
  const around = normal.flatMap((value) => [value - step, value, value + step]);
  const asMeasured = (value: number): number => Math.round(value / step) / Math.round(1 / step);
  return [from, from + step, ...around, to - step, to].map(asMeasured);
}

const PLAUSIBLE = new Map(tests.map(({ word, plausible }) => [word, plausible]));

/** Tests by what they are called in sentences, as the flow that orders one carries it along. */
export const words: { readonly test: Readonly<Record<string, LaboratoryTest>> } = {
  test: Object.fromEntries(
    tests.map(({ word, system, code, display, unit, specimen, section }) => [
      word,
      { word, system: TEST_SYSTEMS[system], code, display, unit, specimen, section },
    ]),
  ),
};

export function testCalled(word: string): LaboratoryTest {
  const test = words.test[word];
  if (test === undefined)
    throw new RangeError(`"${word}" is not among ${Object.keys(words.test).join(', ')}`);
  return test;
}

/** Nothing where an answer is not held against anything. */
export const plausibleAnswer = (word: string): TestWord['plausible'] => PLAUSIBLE.get(word);
