import type { TestRunner } from '../systems/contract.ts';

/** Runs a suite by itself, one test after another, and says which failed: for trying a suite on what must fail. */
export async function lineOfTests(define: (runner: TestRunner) => void): Promise<{ failed: string[] }> {
  const before: (() => Promise<void>)[] = [];
  const after: (() => Promise<void>)[] = [];
  const tests: { name: string; test: Parameters<TestRunner['it']>[1] }[] = [];
  define({
    describe: (_, inner) => inner(),
    it: (name, test) => tests.push({ name, test }),
    beforeAll: (hook) => before.push(hook),
    afterAll: (hook) => after.push(hook),
  });
  const failed: string[] = [];
  for (const hook of before) await hook();
  for (const { name, test } of tests) {
    await test({ skip: () => undefined }).catch(() => failed.push(name));
  }
  for (const hook of after) await hook();
  return { failed };
}
