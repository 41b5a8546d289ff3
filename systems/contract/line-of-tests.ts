import type { TestRunner } from '../contract.ts';

/** What became of one test of a suite. */
export interface Tried {
  readonly name: string;
  /** What it threw; absent when it held. */
  readonly failure?: unknown;
  /** Why it could not be tried. */
  readonly skipped?: string;
}

class Skipped extends Error {}

/** Runs a suite by itself, one test after another, where there is no test runner. */
export async function lineOfTests(define: (runner: TestRunner) => void): Promise<Tried[]> {
  const before: (() => Promise<void>)[] = [];
  const after: (() => Promise<void>)[] = [];
  const tests: { name: string; test: Parameters<TestRunner['it']>[1] }[] = [];
  define({
    describe: (_, inner) => inner(),
    it: (name, test) => tests.push({ name, test }),
    beforeAll: (hook) => before.push(hook),
    afterAll: (hook) => after.push(hook),
  });
  const tried: Tried[] = [];
  for (const hook of before) await hook();
  try {
    for (const { name, test } of tests) tried.push(await outcomeOf(name, test));
  } finally {
    for (const hook of after) await hook();
  }
  return tried;
}

async function outcomeOf(name: string, test: Parameters<TestRunner['it']>[1]): Promise<Tried> {
  const skip = (reason = '') => {
    throw new Skipped(reason);
  };
  try {
    await test({ skip });
    return { name };
  } catch (failure) {
    return failure instanceof Skipped ? { name, skipped: failure.message } : { name, failure };
  }
}

/** The names of the tests that failed. */
export const failedIn = (tried: readonly Tried[]): string[] =>
  tried.flatMap(({ name, failure }) => (failure === undefined ? [] : [name]));
