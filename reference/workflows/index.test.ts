import { afterAll, beforeAll, expect, test } from 'vitest';
import { Openings } from '../authority/openings.ts';
import { listFaults, parseFaults } from '../faults/faults.ts';
import { loadUnits } from '../organisation.ts';
import { WORDS } from '../testing/words.ts';
import { type RunningWorkflows, startWorkflows } from './index.ts';
import { type Rehearsal, startRehearsal } from './testing/rehearsal.ts';

let rehearsal: Rehearsal;
let running: RunningWorkflows;
beforeAll(async () => {
  rehearsal = await startRehearsal();
  running = await startWorkflows({
    store: rehearsal.store,
    faults: parseFaults([]),
    words: WORDS,
    units: loadUnits(),
    openings: new Openings(Date.now),
    now: Date.now,
    report: (problem) => {
      throw problem;
    },
  });
});
afterAll(async () => {
  await running.close();
  await rehearsal.close();
});

const namesRunning = (): string[] => running.workflows.map(({ name }) => name).sort();

test('the workflows are those that the CapabilityStatement names', () => {
  expect(namesRunning()).toEqual([
    'aid-request',
    'antenatal-enrolment',
    'bed-assignment',
    'cancer-suspicion',
    'care-plan',
    'compulsory-admission',
    'consent-enforcement',
    'contraindication',
    'contrast-needs-kidney-function',
    'death-stops-booking',
    'decision-support',
    'delegated-drugs',
    'device-association',
    'device-gateway',
    'early-warning',
    'examination-answers',
    'growth-watch',
    'guardians-consent',
    'hip-surgery-request',
    'home-doses',
    'home-readiness',
    'identity-shielding',
    'infection-notification',
    'intensive-care-transfer',
    'label-printing',
    'laboratory-routing',
    'medication-reconciliation',
    'message-delivery',
    'mistakes',
    'national-medication-list',
    'newborn-screening',
    'patient-access',
    'patient-records',
    'record-access',
    'renewal-request',
    'role-views',
    'school-record',
    'self-care-plan',
    'sick-leave-certificate',
    'surgical-checklist',
    'thrombolysis-needs-imaging',
    'transfusion-check',
    'tube-label',
    'weekly-dosing',
    'wound-plan',
  ]);
});

test('every fault of the catalogue sits in one of them', () => {
  // The archive of pictures only runs where it is asked for.
  expect([...namesRunning(), 'imaging-archive']).toEqual(
    expect.arrayContaining(
      listFaults()
        .filter(({ workflow }) => workflow !== undefined)
        .map(({ workflow }) => workflow),
    ),
  );
});
