import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import type { AnswerContent, LaboratoryAnswer } from './hl7/answer.ts';
import { decimalText } from './hl7/decimal.ts';
import type { Person } from './hl7/order.ts';
import type { Worklist } from './worklist.ts';

/** What a biomedical scientist enters at the laboratory's own workstation. */
export interface EnteredAnswer {
  readonly orderNumber: string;
  readonly testCode: string;
  readonly content: AnswerContent;
  readonly validatedBy: Person;
  readonly token: string;
}

/** What the laboratory says to it: the number of the answer, or why not. */
export type EnteredAnswerReply = { readonly number: string } | { readonly reason: string };

/**
 * HL7 v2.5 (chapter 2.A.31) lets FT hold 65,536 characters; HAPI HL7v2 2.6, which many receivers are built on, refuses a
 * message with more than these.
 */
const LONGEST_TEXT = 32_000;

const TEXT = { type: 'string', minLength: 1 };
const ENTERED_ANSWER = {
  type: 'object',
  required: ['orderNumber', 'testCode', 'content', 'validatedBy', 'token'],
  properties: {
    orderNumber: TEXT,
    testCode: TEXT,
    content: {
      oneOf: [
        {
          type: 'object',
          required: ['value', 'unit'],
          properties: { value: { type: 'number' }, unit: TEXT },
        },
        { type: 'object', required: ['text'], properties: { text: TEXT } },
      ],
    },
    validatedBy: {
      type: 'object',
      required: ['hsaId', 'name'],
      properties: { hsaId: { type: 'string' }, name: { type: 'string' } },
    },
    token: { type: 'string' },
  },
};

/** The laboratory's own interface for its staff: the worklist, and answers that are validated as they are entered. */
export function createWorkstation(
  worklist: Worklist,
  now: () => number,
  send: (answer: LaboratoryAnswer) => Promise<void>,
): FastifyInstance {
  const workstation = Fastify({ bodyLimit: 4 * 1024 * 1024 });

  workstation.get('/worklist', async () => worklist.open());

  workstation.post<{ Body: EnteredAnswer; Reply: EnteredAnswerReply }>(
    '/answers',
    { schema: { body: ENTERED_ANSWER } },
    async ({ body }, reply) => {
      const no = (reason: string) => reply.status(422).send({ reason });
      const entry = worklist.find(body.orderNumber);
      if (entry === undefined) return no('Laboratoriet har inte tagit emot någon order att besvara.');
      const { order, answered } = entry;
      if (answered !== undefined) {
        const sameAgain = body.token !== '' && answered.token === body.token;
        return sameAgain ? { number: answered.number } : no('Ordern är redan besvarad och validerad.');
      }
      if (order.test.code !== body.testCode) {
        return no(`Ordern gäller ${order.test.display}; svaret gäller en annan analys.`);
      }
      if ('text' in body.content && body.content.text.length > LONGEST_TEXT) {
        return no(`Svarstexten är längre än ${LONGEST_TEXT} tecken.`);
      }
      if ('value' in body.content && decimalText(body.content.value) === undefined) {
        return no(`Värdet ${body.content.value} har fler siffror än ett provsvar kan ha (16 tecken).`);
      }
      const number = randomUUID();
      worklist.close(order, { number, token: body.token });
      void send({
        number,
        orderNumber: order.number,
        patient: order.patient,
        test: order.test,
        content: body.content,
        validatedAt: new Date(now()).toISOString(),
        validatedBy: body.validatedBy,
        token: body.token,
      });
      return reply.status(201).send({ number });
    },
  );
  return workstation;
}
