import type { Communication, Consent, Task } from '@medplum/fhirtypes';
import { afterAll, expect, test } from 'vitest';
import { type Rehearsal, sharedRehearsals } from './testing/rehearsal.ts';
import { consent, message } from './testing/resources.ts';

let rehearsal: Rehearsal;
const rehearsalWith = sharedRehearsals(afterAll);

const ward = () => rehearsal.as('nurse', 'sas-medicin-3');
const municipality = () => rehearsal.as('district-nurse', 'boras-kommun');

async function sendMessage(kind?: string): Promise<Communication> {
  const patient = await rehearsal.newPatient();
  await ward().create<Consent>(consent(patient, 'permit'));
  return ward().create<Communication>(message(patient, kind));
}

const inbox = (sent: Communication, status = 'requested'): Promise<Task[]> =>
  municipality().search<Task>(
    `Task?focus=Communication/${sent.id}&owner=Organization/boras-kommun&status=${status}`,
  );

const isReceived = async (sent: Communication): Promise<boolean> =>
  (await ward().read<Communication>(`Communication/${sent.id}`)).received !== undefined;

test('a message is in the inbox at once, and received when the receiver says so', async () => {
  rehearsal = await rehearsalWith();
  const sent = await sendMessage();
  const [entry] = await inbox(sent);
  expect(entry).toMatchObject({ description: 'Inskrivningsmeddelande', for: sent.subject });
  expect(await isReceived(sent)).toBe(false);
  if (entry === undefined) throw new Error('The inbox is empty.');
  for (const status of ['completed', 'in-progress', 'completed'] as const) {
    await municipality().update<Task>({ ...entry, status });
  }
  expect(await ward().read<Communication>(`Communication/${sent.id}`)).toMatchObject({
    received: expect.stringMatching(/Z$/),
    note: [{ authorString: 'district-nurse boras-kommun' }],
  });
});

test('a message between others is nobody’s inbox entry', async () => {
  rehearsal = await rehearsalWith();
  const patient = await rehearsal.newPatient();
  const call = await rehearsal
    .as('biomedical-scientist', 'sas-lab')
    .create<Communication>(message(patient, 'critical-answer'));
  expect(await inbox(call)).toEqual([]);
});

test('message-lost-after-ack: every other message is stored and in no inbox', async () => {
  rehearsal = await rehearsalWith('message-lost-after-ack');
  const messages = [await sendMessage(), await sendMessage('ready-for-discharge'), await sendMessage()];
  expect(await Promise.all(messages.map(async (sent) => (await inbox(sent)).length))).toEqual([0, 1, 0]);
  for (const sent of messages) expect((await ward().read(`Communication/${sent.id}`)).id).toBe(sent.id);
});
