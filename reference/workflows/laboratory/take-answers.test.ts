import type { Hl7Message } from '@medplum/core';
import type { Patient, ServiceRequest, Task } from '@medplum/fhirtypes';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import { reasonOf } from '../../laboratory/hl7/acknowledgement.ts';
import { type LaboratoryAnswer, writeAnswer } from '../../laboratory/hl7/answer.ts';
import { WORDS } from '../../testing/words.ts';
import { type Rehearsal, startRehearsal } from '../testing/rehearsal.ts';
import { labOrder } from '../testing/resources.ts';
import { createDeadLetters } from './dead-letters.ts';
import { toldPatient } from './order-message.ts';
import { takeAnswers } from './take-answers.ts';

let rehearsal: Rehearsal;
let take: (message: Hl7Message) => Promise<Hl7Message>;
let patient: Patient;
let order: ServiceRequest;
beforeAll(async () => {
  rehearsal = await startRehearsal();
  const { store } = rehearsal;
  const deadLetters = createDeadLetters(store, async () => 'Organization/sas-lab', Date.now);
  ({ take } = takeAnswers({ store, deadLetters, words: WORDS, now: Date.now }));
  patient = await rehearsal.newPatient();
  order = await rehearsal.as('physician', 'sas-akuten').create(labOrder(patient, 'Kalium'));
});
afterAll(() => rehearsal.close());

const answerWith = (change: Partial<LaboratoryAnswer>): Hl7Message =>
  writeAnswer(
    {
      number: 'answer-1',
      orderNumber: order.id ?? '',
      patient: toldPatient(patient),
      test: { system: SYSTEMS.npu, code: 'NPU03230', display: 'P—Kaliumjon' },
      content: { value: 4.1, unit: 'mmol/L' },
      validatedAt: '2026-11-22T07:00:00Z',
      validatedBy: { hsaId: 'h', name: 'n' },
      token: '',
      ...change,
    },
    {
      from: { application: 'LABORATORIET', facility: '' },
      to: { application: 'VARDSYSTEMET', facility: '' },
      controlId: 'm-1',
      at: Date.now(),
    },
  );

const deadLetters = (): Promise<Task[]> =>
  rehearsal
    .as('biomedical-scientist', 'sas-lab')
    .search<Task>('Task?code=urn:genrep:concept|dead-letter&owner=Organization/sas-lab&_sort=_lastUpdated');

test('an answer that comes again is acknowledged again and stored once', async () => {
  const stored = () => rehearsal.store.search(`DiagnosticReport?based-on=ServiceRequest/${order.id}`);
  expect((await take(answerWith({}))).getAckType()).toBe('AA');
  const first = await stored();
  expect(first).toHaveLength(1);
  rehearsal.pass(1_000);
  expect((await take(answerWith({}))).getAckType()).toBe('AA');
  expect(await stored()).toEqual(first);
});

test('an answer that belongs nowhere is refused, with the reason, and kept for the laboratory', async () => {
  const noOrder = await take(answerWith({ number: 'answer-2', orderNumber: 'unknown' }));
  const somebodyElse = { ...toldPatient(patient), number: { system: '', value: 'somebody else' } };
  const otherPatient = await take(answerWith({ number: 'answer-3', patient: somebodyElse }));
  expect([noOrder.getAckType(), reasonOf(noOrder)]).toEqual(['AE', 'Svaret gäller en order som inte finns.']);
  expect([otherPatient.getAckType(), reasonOf(otherPatient)]).toEqual([
    'AE',
    'Svaret gäller en annan patient än ordern.',
  ]);
  const letters = await deadLetters();
  expect(letters.map(({ description }) => description)).toEqual([reasonOf(noOrder), reasonOf(otherPatient)]);
  expect(letters[0]?.input?.[0]?.valueString).toContain('ORU^R01');
});

test('a message that is no answer is rejected', async () => {
  const message = answerWith({});
  message.header.setField(9, 'ADT^A01^ADT_A01');
  const rejected = await take(message);
  expect([rejected.getAckType(), reasonOf(rejected)]).toEqual([
    'AR',
    'Meddelandet ADT^A01 är inte ett slutsvar.',
  ]);
});
