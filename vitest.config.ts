import { defineConfig } from 'vitest/config';

/** Tests that start servers and browsers have limits in seconds; they get the machine to themselves, one file at a time. */
const END_TO_END = ['test/**/*.test.ts', 'systems/reference-ui/**/*.test.ts'];
const ELSEWHERE = ['node_modules/**', 'runs/**', '.cache/**'];

export default defineConfig({
  test: {
    pool: 'threads',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...ELSEWHERE, ...END_TO_END],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'end to end',
          include: END_TO_END,
          exclude: ELSEWHERE,
          fileParallelism: false,
          maxConcurrency: 3,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
