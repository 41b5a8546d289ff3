import { expect } from 'vitest';
import { ROOT } from '../cli/project.ts';
import { compileFlows } from '../flows/compile.ts';
import { loadSteps } from '../flows/steps.ts';
import { listFaults } from '../reference/faults/faults.ts';
import type { Readiness } from '../reports/readiness.ts';
import { rehearseOnce } from './rehearsal.ts';

/**
 * Whether Genrep finds what it is there to find: with no fault every requirement holds, and each planted fault turns
 * its own requirements red and no others. The whole catalogue is played by `genrep trial`.
 */

const flows = await compileFlows({ root: ROOT, steps: await loadSteps(ROOT) });

const notPassed = ({ requirements }: Readiness) =>
  requirements
    .filter(({ verdict }) => verdict !== 'pass')
    .map(({ requirement, verdict }) => `${requirement.id} ${verdict}`);

const failed = ({ requirements }: Readiness) =>
  requirements.filter(({ verdict }) => verdict === 'fail').map(({ requirement }) => requirement.id);

/** The laws of conservation that something sent has broken. */
const lawsBroken = ({ conservation }: Readiness) =>
  conservation.lines.filter(({ lost }) => lost > 0).map(({ law }) => law);

const BREAKS: Readonly<Record<string, readonly string[]>> = {
  'order-lost': ['order-on-one-worklist'],
  'referral-in-no-list': ['referral-with-receiver'],
  'result-duplicated': ['order-has-one-answer'],
  'message-lost-after-ack': ['message-with-receiver'],
};

const failedFlows = ({ flows: results }: Readiness) =>
  results.flatMap(({ flow, failures }) => failures.map(({ reason }) => `${flow.id}: ${reason?.sv}`));

/** Flows that failed and of whose requirements none did. */
const heldAgainstNothing = (readiness: Readiness) => {
  const red = new Set(failed(readiness));
  return readiness.flows
    .filter(({ flow, verdict }) => verdict === 'fail' && !flow.requirements.some((id) => red.has(id)))
    .map(({ flow }) => flow.id);
};

export async function everyRequirementHolds(): Promise<void> {
  const readiness = await rehearseOnce(flows, []);
  expect(failedFlows(readiness)).toEqual([]);
  expect(notPassed(readiness)).toEqual([]);
  expect(lawsBroken(readiness)).toEqual([]);
  expect(readiness.outcome).toBe('passed');
}

export async function turnsItsOwnRed(name: string): Promise<void> {
  const fault = listFaults().find((one) => one.name === name);
  expect(fault, `there is a fault ${name}`).toBeDefined();
  const readiness = await rehearseOnce(flows, [name]);
  expect(failed(readiness).toSorted()).toEqual([...(fault?.requirements ?? [])].toSorted());
  expect(lawsBroken(readiness)).toEqual(BREAKS[name] ?? []);
  expect(readiness.outcome).toBe('failed');
  expect(heldAgainstNothing(readiness)).toEqual([]);
  expect(readiness.otherFailures.map(({ reason }) => reason?.sv)).toEqual([]);
}
