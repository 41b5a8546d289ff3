import type { Operator } from '../operator.ts';

export const answerWith: Operator = {
  name: 'answer-with',
  does: 'A request is answered with this status, with Retry-After where it is given; done says that it is carried out all the same.',
  places: ['http'],
  options: {
    status: { type: 'integer', minimum: 200, maximum: 599 },
    retryAfter: { type: 'integer', minimum: 0 },
    done: { type: 'boolean' },
  },
  required: ['status'],
  apply: (thing, { options }) => ({
    things: [thing],
    answer: {
      status: Number(options.status),
      done: options.done === true,
      ...(options.retryAfter === undefined ? {} : { retryAfter: Number(options.retryAfter) }),
    },
  }),
};
