import type { Hl7Message } from '@medplum/core';
import { Hl7Message as Message } from '@medplum/core';
import { afterEach, describe, expect, test } from 'vitest';
import { createCourier } from './deliver.ts';
import { listenForMessages } from './listen.ts';
import { compose, textAt } from './message.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

const NO = (verdict: string, ...errors: readonly string[]) =>
  [`MSA|${verdict}|m-1`, ...errors.map((error) => `ERR|${error}`)].join('\r');

/** Sends a message to a receiver that answers in turn what is given; the last again and again. */
async function delivered(...answers: readonly string[]) {
  const received: Hl7Message[] = [];
  const listener = await listenForMessages(
    {
      async take(message) {
        received.push(message);
        const answer = answers[Math.min(received.length, answers.length) - 1];
        return Message.parse(`MSH|^~\\&|A|B|C|D|20261122||ACK|x|T|2.5|||||SWE|UNICODE UTF-8\r${answer}`);
      },
      refuse: (_message, error) => Promise.reject(error),
    },
    (problem) => {
      throw problem;
    },
  );
  const courier = createCourier(listener.port, { acknowledgement: 2_000, pauses: [1, 1] });
  opened.push(listener, courier);
  const route = { application: 'A', facility: 'B' };
  const delivery = await courier.deliver(
    compose('ORU^R01^ORU_R01', { from: route, to: route, controlId: 'm-1', at: 0 }, []),
  );
  return { delivery, controlIds: received.map((message) => textAt(message, 'MSH', 10)) };
}

describe('a receiver that cannot take a message now is asked again, with the same message', () => {
  test.each([
    ['it rejects', NO('AR')],
    ['the record is locked', NO('AE', '||206^Application record locked^HL70357|E')],
    ['it failed within itself', NO('AE', '||207^Application internal error^HL70357|E')],
  ])('because %s', async (_what, no) => {
    expect(await delivered(no, NO('AA'))).toEqual({
      delivery: { outcome: 'accepted' },
      controlIds: ['m-1', 'm-1'],
    });
  });

  test('as often as patience lets, and then says why not', async () => {
    expect(await delivered(NO('AE', '||206|E||||Journalen är låst'))).toEqual({
      delivery: { outcome: 'rejected', reason: 'Journalen är låst' },
      controlIds: ['m-1', 'm-1', 'm-1'],
    });
  });
});

test.each([
  ['a field is missing', NO('AE', '||101^Required field missing^HL70357|E||||PID-5 saknas')],
  ['the type is not supported', NO('AR', '||200^Unsupported message type^HL70357|E||||PID-5 saknas')],
])('the same message is not sent again where %s', async (_what, no) => {
  expect(await delivered(no, NO('AA'))).toEqual({
    delivery: { outcome: 'rejected', reason: 'PID-5 saknas' },
    controlIds: ['m-1'],
  });
});

describe('the reason of a no is told, wherever it stands', () => {
  test.each([
    ['ERR-8', NO('AE', '||102|E||||Talet är inget tal'), 'Talet är inget tal'],
    [
      'ERR-3.9',
      NO('AE', '||102^Data type error^HL70357^^^^^^Primitive value 1e+21 is no NM|E'),
      'Primitive value 1e+21 is no NM',
    ],
    ['ERR-7', NO('AE', '||102|E|||OBX-5 of segment 4'), 'OBX-5 of segment 4'],
    ['ERR-3.2', NO('AE', '||102^Data type error^HL70357|E'), 'Data type error'],
    ['ERR-3.1', NO('AE', '||102|E'), '102'],
    ['MSA-3', 'MSA|AE|m-1|Patienten är okänd', 'Patienten är okänd'],
    ['two ERR', NO('AE', '||101|E||||PID-5 saknas', '||102|E||||OBX-5 är fel'), 'PID-5 saknas; OBX-5 är fel'],
    ['nowhere', 'MSA|AE|m-1', 'utan angiven orsak'],
  ])('%s', async (_where, no, reason) => {
    expect((await delivered(no)).delivery).toEqual({ outcome: 'rejected', reason });
  });
});
