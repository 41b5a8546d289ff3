import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Allergen, Drug } from '../domain/codes/drugs.ts';
import { type LaboratoryTest, TEST_SYSTEMS } from '../domain/codes/laboratory-tests.ts';

/** What is usual in a test, for all or for one sex; a limit that is absent is none. */
interface ReferenceInterval {
  readonly sex?: 'female' | 'male';
  readonly low?: number;
  readonly high?: number;
}

/** A test that can be ordered, and what is usual in it. */
interface TestOfHouse extends LaboratoryTest {
  readonly reference?: readonly ReferenceInterval[];
}

/** What can be ordered, prescribed and recorded in the house, each by the word it is chosen by. */
export interface Words {
  /** Where they stand, for a program of the environment that reads them by itself. */
  readonly files: readonly string[];
  readonly tests: readonly TestOfHouse[];
  readonly drugs: readonly Drug[];
  readonly allergens: readonly Allergen[];
}

type WordFile = Partial<Omit<Words, 'files'>> | null;

/** Reads files of words as they lie in care/AREA/words/; whoever starts the environment has found them right. */
export function readWords(files: readonly string[]): Words {
  const read = files.map((file): WordFile => parse(readFileSync(file, 'utf8')));
  return {
    files,
    tests: read.flatMap((file) => file?.tests ?? []).map(withSystem),
    drugs: read.flatMap((file) => file?.drugs ?? []),
    allergens: read.flatMap((file) => file?.allergens ?? []),
  };
}

const withSystem = (test: TestOfHouse): TestOfHouse => ({
  ...test,
  system: TEST_SYSTEMS[test.system as keyof typeof TEST_SYSTEMS],
});

/** 'Troponin T' for its code; the code itself where no word stands for it. */
export const testNamed = ({ tests }: Pick<Words, 'tests'>, code: string): string =>
  tests.find((test) => test.code === code)?.word ?? code;
