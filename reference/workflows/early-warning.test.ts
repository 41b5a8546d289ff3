import type { DetectedIssue, Encounter, Observation } from '@medplum/fhirtypes';
import { afterAll, describe, expect, test } from 'vitest';
import type { VitalSigns } from '../../domain/news2.ts';
import { type Rehearsal, sharedRehearsals } from './testing/rehearsal.ts';
import { encounter, NORMAL_VITALS, SEPTIC_VITALS, vitalSigns } from './testing/resources.ts';

let rehearsal: Rehearsal;
const rehearsalWith = sharedRehearsals(afterAll);

const start = async (...faults: string[]): Promise<void> => {
  rehearsal = await rehearsalWith(...faults);
};

/** What the environment warns of after these values were entered at a unit. */
async function warnings(values: VitalSigns, unit = 'sas-akuten'): Promise<DetectedIssue[]> {
  const nurse = rehearsal.as('nurse', unit);
  const panel = await nurse.create<Observation>(vitalSigns(await rehearsal.newPatient(), values));
  return nurse.search<DetectedIssue>(`DetectedIssue?implicated=Observation/${panel.id}`);
}

const MEDIUM = { ...NORMAL_VITALS, oxygenSaturation: 94, supplementalOxygen: true, heartRate: 115 };

describe('without faults', () => {
  test('NEWS2 of 7 or more is a warning of high severity, at once', async () => {
    await start();
    const [issue, ...more] = await warnings(SEPTIC_VITALS);
    expect(more).toEqual([]);
    expect(issue).toMatchObject({
      severity: 'high',
      code: { coding: [{ system: 'urn:genrep:concept', code: 'news2' }] },
      detail: expect.stringMatching(/^NEWS2 14: hög risk/),
      patient: { reference: expect.stringMatching(/^Patient\//) },
    });
    expect(issue?.identifiedDateTime).toBeDefined();
  });

  test('5-6 and a single 3 are warnings of moderate severity, less is none', async () => {
    await start();
    expect(await warnings(MEDIUM)).toMatchObject(
      [{ severity: 'moderate', detail: /^NEWS2 5:/ }].map(withPattern),
    );
    expect(await warnings({ ...NORMAL_VITALS, systolicPressure: 88 })).toMatchObject([
      { severity: 'moderate' },
    ]);
    expect(await warnings({ ...NORMAL_VITALS, heartRate: 115, respiratoryRate: 22 })).toEqual([]);
  });

  test('the measurement stays with its patient', async () => {
    await start();
    await occupyWard();
    expect(await subjectsOfTwoPanels()).toEqual(['own', 'own']);
  });
});

const withPattern = ({ severity, detail }: { severity: string; detail: RegExp }) => ({
  severity,
  detail: expect.stringMatching(detail),
});

async function occupyWard(): Promise<void> {
  const patient = await rehearsal.newPatient();
  await rehearsal.as('physician', 'sas-akuten').create<Encounter>(encounter(patient, 'sas-medicin-3', 'IMP'));
}

async function subjectsOfTwoPanels(unit = 'sas-medicin-3'): Promise<string[]> {
  const nurse = rehearsal.as('nurse', unit);
  const subjects: string[] = [];
  for (const values of [NORMAL_VITALS, NORMAL_VITALS]) {
    const patient = await rehearsal.newPatient();
    const panel = await nurse.create<Observation>(vitalSigns(patient, values));
    const stored = await nurse.read<Observation>(`Observation/${panel.id}`);
    subjects.push(stored.subject?.reference === `Patient/${patient.id}` ? 'own' : 'other');
  }
  return subjects;
}

describe('with faults', () => {
  test('news2-silent: no warning of a high score, but still of a medium one', async () => {
    await start('news2-silent');
    expect(await warnings(SEPTIC_VITALS)).toEqual([]);
    expect(await warnings(MEDIUM)).toHaveLength(1);
  });

  test('nuisance-alert: a high warning for normal values, at the emergency department only', async () => {
    await start('nuisance-alert');
    expect(await warnings(NORMAL_VITALS)).toMatchObject([
      { severity: 'high', detail: expect.stringMatching(/^NEWS2 0: hög risk/) },
    ]);
    expect(await warnings(NORMAL_VITALS, 'sas-medicin-3')).toEqual([]);
    expect(await warnings(SEPTIC_VITALS)).toHaveLength(1);
  });

  test('vitals-on-wrong-patient: every other measurement at the ward goes to a neighbour', async () => {
    await start('vitals-on-wrong-patient');
    await occupyWard();
    expect(await subjectsOfTwoPanels()).toEqual(['other', 'own']);
    expect(await subjectsOfTwoPanels('sas-akuten')).toEqual(['own', 'own']);
  });
});
