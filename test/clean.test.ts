import process from 'node:process';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { registerArrival } from '../care/admission/index.ts';
import { cleanRun } from '../cli/actions/clean.ts';
import { type RunningReference, startReference } from '../cli/reference-process.ts';
import { EXIT } from '../domain/verdict.ts';
import { journalOf } from '../evidence/testing/journal.ts';
import { flowStarted, runStarted, stepEnded } from '../evidence/testing/run.ts';
import { smallPlan } from '../load/testing/small-plan.ts';
import { UNITS } from '../systems/testing/people.ts';
import { fhirHarness } from './fhir-harness.ts';

let reference: RunningReference;
beforeEach(async () => {
  reference = await startReference({});
  vi.stubEnv('GENREP_REFERENCE_FHIR', reference.fhir);
  vi.stubEnv('GENREP_REFERENCE_UI', reference.ui);
  vi.stubEnv('GENREP_REFERENCE_TOKEN_ENDPOINT', reference.tokenEndpoint);
  vi.stubEnv('GENREP_REFERENCE_PASSWORD', reference.password);
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.exitCode = undefined;
  await reference.close();
});

const FLOW = smallPlan(1).flows[0];

/** A visit in the reference environment, with the mark of the first step of the flow `f-1` of the run `test`. */
async function arrivalMade(): Promise<string> {
  const harness = await fhirHarness(reference);
  const { system } = harness;
  const patient = await harness.patient(false);
  await system.introduce(patient, Object.values(UNITS));
  const actor = { role: 'nurse', unit: 'emergency' } as const;
  const [run, instance] = ['test', 'f-1'];
  await system.perform(registerArrival('Bröstsmärta', 'besöket'), {
    ...{ run, instance, patient, units: UNITS, bound: new Map(), startedAt: Date.now() },
    ...{ actor, token: 'test.f-1.1' },
  });
  await harness.close();
  return system.name;
}

it('cleaning up in the reference environment, which lets nobody remove records, says so and fails', async () => {
  const name = await arrivalMade();
  const run = await journalOf([
    runStarted({
      flows: FLOW === undefined ? [] : [FLOW],
      system: { name, software: 'genrep-reference', version: '1' },
    }),
    { ...flowStarted('f-1'), flow: FLOW?.id ?? '' },
    stepEnded('f-1', 0),
    { type: 'run-ended', interrupted: false },
  ]);
  let said = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  await cleanRun(run, { system: 'reference', remove: true });
  expect(said).toContain(
    '1 poster i reference är från körningen test:\n  Encounter: 1\n0 borttagna, 1 kvar.',
  );
  expect(said).toContain('✗ Systemet behöll 1 Encounter: Rollen datamigreringen får inte skriva Encounter.');
  expect(said).toContain('Inget gick att ta bort i reference. Det skrivna är kvar');
  expect(process.exitCode).toBe(EXIT.fail);
});
