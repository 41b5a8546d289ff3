import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests that start servers and browsers: they take longest, and begin first so that none is left alone at the end. */
const END_TO_END = [
  'test/**/*.test.ts',
  'systems/{reference-ui,browser,browser-sign-in,screens}/**/*.test.ts',
];
/** Waits for set-up to have made k6, which takes minutes on a new machine, and loads what it can get. */
const LOAD = ['test/load.test.ts', 'test/load-sign-in.test.ts'];
/** Fetches somebody else's system from its registry, and takes as long as a tenth of all the rest: `npm run foreign`. */
const FOREIGN = ['test/foreign-client.test.ts'];
/** What takes longer than each change can wait for: `npm run thorough`, before a release. */
const THOROUGH = ['test/thorough/**/*.test.ts', 'systems/screens/driver.test.ts'];
const ELSEWHERE = ['node_modules/**', 'runs/**', '.cache/**'];
/** Puts other modules in place of real ones, which no other test may meet. */
const MOCKING = globSync('**/*.test.ts', { exclude: ELSEWHERE }).filter((file) =>
  readFileSync(file, 'utf8').includes('vi.mock('),
);

/** The longest, in the order in which they begin; of the others the largest files, which have most to do, begin first. */
const LONGEST = [
  'test/init.test.ts',
  'test/features.test.ts',
  'test/day.test.ts',
  'systems/reference-ui/driver.test.ts',
  'test/lab.test.ts',
  'test/trial.test.ts',
  'test/fault-matrix.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ project, moduleId }: TestSpecification): number => {
      const place = LONGEST.indexOf(path.relative(import.meta.dirname, moduleId));
      if (place !== -1) return place;
      return LONGEST.length + Number(project.name !== END_TO_END_NAME);
    };
    return (await super.sort(files)).toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

const END_TO_END_NAME = 'end to end';

/** What is imported once serves many files; each leaves the process as it found it. */
const TOGETHER = { isolate: false, setupFiles: ['test/as-it-was.ts'] };

export default defineConfig({
  test: {
    pool: 'threads',
    // A rehearsed day keeps its clock only where a core is left for it.
    maxWorkers: availableParallelism(),
    testTimeout: 30_000,
    hookTimeout: 60_000,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...ELSEWHERE, ...END_TO_END, ...MOCKING],
          ...TOGETHER,
        },
      },
      {
        extends: true,
        test: { name: 'unit with mocks', include: MOCKING, exclude: [...ELSEWHERE, ...END_TO_END] },
      },
      {
        extends: true,
        test: {
          name: END_TO_END_NAME,
          include: END_TO_END,
          exclude: [...ELSEWHERE, ...LOAD, ...FOREIGN, ...THOROUGH],
          maxConcurrency: 3,
          ...TOGETHER,
        },
      },
      { extends: true, test: { name: 'foreign', include: FOREIGN, exclude: ELSEWHERE } },
      { extends: true, test: { name: 'thorough', include: THOROUGH, exclude: ELSEWHERE, maxConcurrency: 3 } },
      {
        extends: true,
        test: { name: 'load', include: LOAD, exclude: ELSEWHERE, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
