import type { Hl7Message } from '@medplum/core';
import { expect, test } from 'vitest';
import { testCalled } from '../../care/laboratory/words.ts';
import { parseFaults } from '../faults/faults.ts';
import { WORDS } from '../testing/words.ts';
import { acknowledge } from './hl7/acknowledgement.ts';
import { readAnswers } from './hl7/answer.ts';
import { createCourier } from './hl7/deliver.ts';
import { listenForMessages } from './hl7/listen.ts';
import { createAnswerSender } from './send-answers.ts';

const NOW = Date.parse('2026-11-22T07:00:00Z');

/** What a laboratory with these faults waits for and sends, for answers to two orders of a test; it closes before they have arrived. */
async function sent(test: string, ...faults: string[]) {
  const waited: number[] = [];
  const problems: unknown[] = [];
  const messages: Hl7Message[] = [];
  const listener = await listenForMessages(
    {
      async take(message) {
        messages.push(message);
        return acknowledge(message, NOW);
      },
      refuse: (_message, error) => Promise.reject(error),
    },
    (problem) => problems.push(problem),
  );
  const courier = createCourier(listener.port);
  const sender = createAnswerSender({
    courier,
    route: { from: { application: 'LAB', facility: '' }, to: { application: '', facility: '' } },
    faults: parseFaults(faults),
    words: WORDS,
    now: () => NOW,
    pause: async (milliseconds) => {
      waited.push(milliseconds);
    },
    report: (problem) => problems.push(problem),
  });
  const send = (orderNumber: string) =>
    sender.send({
      number: `answer-${orderNumber}`,
      orderNumber,
      patient: {
        number: { system: '', value: 'p' },
        name: { family: 'Provsjö', given: 'Åsa' },
        birthDate: '1950-01-01',
        sex: 'F',
      },
      test: testCalled(test),
      content: { value: 1, unit: 'ng/L' },
      validatedAt: new Date(NOW).toISOString(),
      validatedBy: { hsaId: 'h', name: 'n' },
      token: '',
    });
  for (const orderNumber of ['first', 'last']) void send(orderNumber);
  await sender.close();
  await courier.close();
  await listener.close();
  expect(problems).toEqual([]);
  return {
    waited,
    answers: messages
      .flatMap(readAnswers)
      .map(({ orderNumber }) => orderNumber)
      .sort(),
  };
}

test('without faults an answer is sent at once, and once, though the laboratory closes', async () => {
  expect(await sent('Troponin T')).toEqual({ waited: [], answers: ['first', 'last'] });
});

test('result-late: every third troponin answer waits nine seconds in the outbox, other tests do not', async () => {
  expect((await sent('Troponin T', 'result-late')).waited).toEqual([9_000]);
  expect((await sent('CRP', 'result-late')).waited).toEqual([]);
});
