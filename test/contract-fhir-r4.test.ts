import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningReference, startReference } from '../cli/reference-process.ts';
import { failedIn, lineOfTests } from '../systems/contract/line-of-tests.ts';
import { describeCareSystem } from '../systems/contract.ts';
import { AREAS } from '../systems/testing/areas.ts';
import { fhirHarness } from './fhir-harness.ts';
import { unpublishedIn } from './published/unpublished.ts';

/** The driver fhir-r4 keeps the contract of the port, and the contract tells a driver that does not. */

let reference: RunningReference;
beforeAll(async () => {
  reference = await startReference({});
});
afterAll(() => reference.close());

const CASES = await AREAS.contract();

/** What is not published of what the driver wrote and the reference environment answered, in all of the contract. */
const unpublished = new Set<string>();
const types = new Set<string>();

describeCareSystem('fhir-r4 on the reference environment', CASES, { describe, it, beforeAll, afterAll }, () =>
  fhirHarness(reference, {
    saw(resource) {
      for (const each of unpublishedIn(resource)) unpublished.add(each);
      if (resource.resourceType !== 'Bundle') types.add(resource.resourceType);
    },
  }),
);

it('writes and is answered only codes, units and canonicals that are published', () => {
  expect(types.size).toBeGreaterThan(8);
  expect([...unpublished]).toEqual([]);
});

describe('the contract finds a driver that', () => {
  it.each([
    ['always sees', { seen: true }],
    ['never sees', { seen: false }],
    ['speaks no sentences', { observed: 'undefined' }],
  ])('%s', async (_, lie) => {
    const tried = await lineOfTests((runner) =>
      describeCareSystem('a liar', CASES, runner, async () => {
        const harness = await fhirHarness(reference, { patience: 0 });
        const { system } = harness;
        const ask: typeof system.ask = async (...asked) => ({ ...(await system.ask(...asked)), ...lie });
        return { ...harness, system: { ...system, ask } };
      }),
    );
    expect(failedIn(tried)).not.toEqual([]);
  });

  it('writes without its token', async () => {
    const tried = await lineOfTests((runner) =>
      describeCareSystem('a liar', CASES, runner, async () => {
        const harness = await fhirHarness(reference, { patience: 0 });
        const { system } = harness;
        const perform: typeof system.perform = (task, context) =>
          system.perform(task, { ...context, token: `${context.token}-another` });
        return { ...harness, system: { ...system, perform } };
      }),
    );
    expect(failedIn(tried)).toContain('writes the token of the step with what it makes');
  });
});
