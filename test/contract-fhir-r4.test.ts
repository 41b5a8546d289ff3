import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningReference, startReference } from '../cli/reference-process.ts';
import { describeCareSystem } from '../systems/contract.ts';
import { fhirHarness } from './fhir-harness.ts';
import { lineOfTests } from './line-of-tests.ts';

/** The driver fhir-r4 keeps the contract of the port, and the contract tells a driver that does not. */

let reference: RunningReference;
beforeAll(async () => {
  reference = await startReference({});
});
afterAll(() => reference.close());

describeCareSystem('fhir-r4 on the reference environment', { describe, it, beforeAll, afterAll }, () =>
  fhirHarness(reference),
);

describe('the contract finds a driver that', () => {
  it.each([
    ['always sees', { seen: true }],
    ['never sees', { seen: false }],
    ['speaks no sentences', { observed: 'undefined' }],
  ])('%s', async (_, lie) => {
    const { failed } = await lineOfTests((runner) =>
      describeCareSystem('a liar', runner, async () => {
        const harness = await fhirHarness(reference, { patience: 0 });
        const { system } = harness;
        const ask: typeof system.ask = async (...asked) => ({ ...(await system.ask(...asked)), ...lie });
        return { ...harness, system: { ...system, ask } };
      }),
    );
    expect(failed).not.toEqual([]);
  });

  it('writes without its token', async () => {
    const { failed } = await lineOfTests((runner) =>
      describeCareSystem('a liar', runner, async () => {
        const harness = await fhirHarness(reference, { patience: 0 });
        const { system } = harness;
        const perform: typeof system.perform = (task, context) =>
          system.perform(task, { ...context, token: `${context.token}-another` });
        return { ...harness, system: { ...system, perform } };
      }),
    );
    expect(failed).toContain('writes the token of the step with what it makes');
  });
});
