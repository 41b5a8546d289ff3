import { createServer } from 'node:net';
import { Hl7Message } from '@medplum/core';
import { afterEach, describe, expect, test } from 'vitest';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import { acknowledge, acknowledgeOrders, type Objection } from './acknowledgement.ts';
import { type LaboratoryAnswer, readAnswers, writeAnswer } from './answer.ts';
import { createCourier } from './deliver.ts';
import { listenForMessages, type Receiver } from './listen.ts';
import type { Envelope } from './message.ts';
import { MessageError } from './message-error.ts';
import { type LaboratoryOrder, readOrders, writeOrder } from './order.ts';

const ENVELOPE: Envelope = {
  from: { application: 'LABORATORIET', facility: 'SE0000000000-GR05' },
  to: { application: 'VARDSYSTEMET', facility: '' },
  controlId: 'm-1',
  at: Date.parse('2026-11-22T07:00:00.000Z'),
};

const ORDER: LaboratoryOrder = {
  number: 'o-17',
  patient: {
    number: { system: SYSTEMS.regionalReserveNumber, value: '19121212M121' },
    name: { family: 'Öberg & Söner', given: 'Åsa' },
    birthDate: '1912-12-12',
    sex: 'F',
  },
  test: { system: SYSTEMS.genrep, code: 'ODL-BLOD', display: 'Blododling' },
  orderedAt: '2026-11-22T06:59:58.123Z',
  orderedBy: { hsaId: 'SE0000000000-P001', name: 'Läkare Dag, Akutmottagningen' },
};

const ANSWER: LaboratoryAnswer = {
  number: 'a-1',
  orderNumber: 'o-17',
  patient: ORDER.patient,
  test: ORDER.test,
  content: { text: 'Ingen växt' },
  validatedAt: '2026-11-22T07:00:00.000Z',
  validatedBy: { hsaId: 'SE0000000000-P002', name: 'Biomedicinsk analytiker Dag' },
  token: 'run|flow^step',
};

const NASTY_TEXTS = [
  'Ingen växt',
  'Inga hållpunkter för bakteriemi. Ej konklusivt, 3 µg/mL; åäö ÅÄÖ é ß 日本 🧫',
  'Första raden\nandra raden\n\nfjärde raden\n',
  'Med vagnretur\r\noch tabb\toch ändå',
  'a|b^c&d~e\\f \\F\\ \\.br\\ \\X0D\\',
  '\u000b\u001c\r',
  '|'.repeat(5_000),
  'Riklig växt av E. coli; känslig för cefotaxim | ej ampicillin, MIC 4 µg/mL.\n'.repeat(70),
];

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

const failOn = (problem: unknown): void => {
  throw problem;
};

/** Takes every message by one function; what is no text does not come here. */
const receiver = (take: Receiver['take']): Receiver => ({
  take,
  refuse: (_message, error) => Promise.reject(error),
});

const objection = (change: Partial<Objection>): Objection => ({
  verdict: 'AE',
  code: '204',
  location: '',
  reason: '',
  ...change,
});

/** What a receiver reads of a message that went through a real MLLP connection. */
async function received(message: Hl7Message): Promise<Hl7Message> {
  const { promise, resolve } = Promise.withResolvers<Hl7Message>();
  const listener = await listenForMessages(
    receiver(async (got) => {
      resolve(got);
      return acknowledge(got, ENVELOPE.at);
    }),
    failOn,
  );
  const courier = createCourier(listener.port);
  opened.push(listener, courier);
  expect(await courier.deliver(message)).toEqual({ outcome: 'accepted' });
  return promise;
}

describe('over MLLP', () => {
  test('an order arrives as it was told', async () => {
    expect(readOrders(await received(writeOrder(ORDER, ENVELOPE)))).toEqual([ORDER]);
  });

  test.each(NASTY_TEXTS)('the text of an answer arrives character by character: %j', async (text) => {
    const answer = { ...ANSWER, content: { text } };
    expect(readAnswers(await received(writeAnswer(answer, ENVELOPE)))).toEqual([answer]);
  });

  test.each([0, 13.5, 0.0001, 120_000, 1e-7, -2.5e-9, 123_456_789_012_345])(
    'the number %d arrives with its unit',
    async (value) => {
      const answer = { ...ANSWER, content: { value, unit: 'ng/L' } };
      expect(readAnswers(await received(writeAnswer(answer, ENVELOPE)))).toEqual([answer]);
    },
  );

  test('the message says that it is HL7 v2.5 in UTF-8', () => {
    const { header } = writeAnswer(ANSWER, ENVELOPE);
    expect(
      [header.getField(9), header.getField(10), header.getField(12), header.getField(18)].map(String),
    ).toEqual(['ORU^R01^ORU_R01', 'm-1', '2.5', 'UNICODE UTF-8']);
  });

  test('a no comes back with its reason', async () => {
    const reason = 'Svaret gäller en annan patient än ordern | hinder.';
    const listener = await listenForMessages(
      receiver(async (got) => acknowledge(got, ENVELOPE.at, objection({ reason }))),
      failOn,
    );
    const courier = createCourier(listener.port);
    opened.push(listener, courier);
    expect(await courier.deliver(writeAnswer(ANSWER, ENVELOPE))).toEqual({ outcome: 'rejected', reason });
  });

  test('a message without an acknowledgement is sent again, with the same control id', async () => {
    const controlIds: string[] = [];
    const listener = await listenForMessages(
      receiver((got) => {
        controlIds.push(String(got.header.getField(10)));
        return controlIds.length < 3
          ? new Promise(() => undefined)
          : Promise.resolve(acknowledgeOrders(got, ENVELOPE.at, [ORDER]));
      }),
      failOn,
    );
    const courier = createCourier(listener.port, { acknowledgement: 400, pauses: [1, 1, 1] });
    opened.push(listener, courier);
    expect(await courier.deliver(writeOrder(ORDER, ENVELOPE))).toEqual({ outcome: 'accepted' });
    expect(controlIds).toEqual(['m-1', 'm-1', 'm-1']);
  });

  test('what nobody answers is undelivered in the end', async () => {
    const { port, close } = await new Promise<{ port: number; close(): void }>((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve({
          port: typeof address === 'object' && address !== null ? address.port : 0,
          close: () => server.close(),
        });
      });
    });
    close();
    const courier = createCourier(port, { acknowledgement: 50, pauses: [1] });
    opened.push(courier);
    expect((await courier.deliver(writeOrder(ORDER, ENVELOPE))).outcome).toBe('undelivered');
  });
});

describe('a message that cannot be read', () => {
  const broken = (change: (text: string) => string): Hl7Message =>
    Hl7Message.parse(
      change(writeAnswer({ ...ANSWER, content: { value: 1, unit: 'g/L' } }, ENVELOPE).toString()),
    );

  test.each([
    ['another type', (text: string) => text.replace('ORU^R01^ORU_R01', 'ADT^A01^ADT_A01'), /ADT\^A01/],
    ['no order number', (text: string) => text.replace('OBR|1|o-17', 'OBR|1|'), /OBR-2/],
    ['no patient', (text: string) => text.replace('19121212M121', ''), /PID-3/],
    ['a number that is none', (text: string) => text.replace('||1|g/L', '||etta|g/L'), /OBX-5/],
    ['a number with an exponent', (text: string) => text.replace('||1|g/L', '||1e+21|g/L'), /OBX-5/],
    ['a unit of nobody’s', (text: string) => text.replace('^UCUM', ''), /OBX-6/],
    ['a patient without a name', (text: string) => text.replace('Öberg \\T\\ Söner^Åsa', ''), /PID-5/],
    [
      'a day for a moment',
      (text: string) => text.replace(/(F?\|)20261122080000\.000\+0100\|\|\|F/, '$120261122|||F'),
      /OBR-22/,
    ],
    ['a second result', (text: string) => `${text}\r${/OBX.*/.exec(text)?.[0]}`, /2 resultat/],
    ['a comment', (text: string) => `${text}\rNTE|1||Hemolyserat`, /kommentar/],
    ['a result that is not final', (text: string) => text.replace('|||||F|', '|||||P|'), /OBX-11/],
  ])('%s is said in words', (_what, change, words) => {
    expect(() => readAnswers(broken(change))).toThrow(MessageError);
    expect(() => readAnswers(broken(change))).toThrow(words);
  });

  test('an answer is no order', () => {
    expect(() => readOrders(writeAnswer(ANSWER, ENVELOPE))).toThrow(/inte en ny order/);
  });
});
