import type { Communication, Consent, Patient } from '@medplum/fhirtypes';
import { afterAll, expect, test } from 'vitest';
import { type Rehearsal, sharedRehearsals } from './testing/rehearsal.ts';
import { consent, message } from './testing/resources.ts';

let rehearsal: Rehearsal;
const rehearsalWith = sharedRehearsals(afterAll);

const ward = () => rehearsal.as('nurse', 'sas-medicin-3');

async function patientWho(...decisions: ('permit' | 'deny')[]): Promise<Patient> {
  const patient = await rehearsal.newPatient();
  for (const decision of decisions) {
    rehearsal.pass(1_000);
    await ward().create<Consent>(consent(patient, decision));
  }
  return patient;
}

const inInbox = async (patient: Patient): Promise<number> => {
  const found = await rehearsal
    .as('care-manager', 'boras-kommun')
    .search(`Task?owner=Organization/boras-kommun&patient=Patient/${patient.id}`);
  return found.length;
};

test('no message without consent, nor after a no; the latest word counts', async () => {
  rehearsal = await rehearsalWith();
  const refused = [await patientWho(), await patientWho('deny'), await patientWho('permit', 'deny')];
  for (const patient of refused) {
    await expect(ward().create<Communication>(message(patient))).rejects.toMatchObject({
      outcome: { issue: [{ code: 'business-rule' }] },
      message: expect.stringMatching(/Meddelandet har inte skickats\.$/),
    });
    expect(await inInbox(patient)).toBe(0);
  }
  for (const patient of [await patientWho('permit'), await patientWho('deny', 'permit')]) {
    await ward().create<Communication>(message(patient));
    expect(await inInbox(patient)).toBe(1);
  }
});

test('consent-ignored: messages go out whatever the patient said', async () => {
  rehearsal = await rehearsalWith('consent-ignored');
  for (const patient of [await patientWho(), await patientWho('deny')]) {
    await ward().create<Communication>(message(patient));
    expect(await inInbox(patient)).toBe(1);
  }
});
