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
const ELSEWHERE = ['node_modules/**', 'runs/**', '.cache/**'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ project }: TestSpecification): boolean => project.name !== 'unit';
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    pool: 'threads',
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...ELSEWHERE, ...END_TO_END],
        },
      },
      {
        extends: true,
        test: {
          name: 'end to end',
          include: END_TO_END,
          exclude: [...ELSEWHERE, ...LOAD, ...FOREIGN],
          maxConcurrency: 3,
        },
      },
      { extends: true, test: { name: 'foreign', include: FOREIGN, exclude: ELSEWHERE } },
      {
        extends: true,
        test: { name: 'load', include: LOAD, exclude: ELSEWHERE, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
