import { defineConfig } from 'vitest/config';

/** Tests that start servers and browsers have limits in seconds; they run before the others, a file a core. */
const END_TO_END = ['test/**/*.test.ts', 'systems/reference-ui/**/*.test.ts'];
/** Waits for set-up to have made k6, which takes minutes on a new machine, and loads what it can get. */
const LOAD = ['test/load.test.ts'];
const ELSEWHERE = ['node_modules/**', 'runs/**', '.cache/**'];

export default defineConfig({
  test: {
    pool: 'threads',
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...ELSEWHERE, ...END_TO_END],
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'end to end',
          include: END_TO_END,
          exclude: [...ELSEWHERE, ...LOAD],
          maxConcurrency: 3,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'load', include: LOAD, exclude: ELSEWHERE, sequence: { groupOrder: 2 } },
      },
    ],
  },
});
