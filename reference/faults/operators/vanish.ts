import type { Operator } from '../operator.ts';

export const vanish: Operator = {
  name: 'vanish',
  does: 'What was stored is gone so many seconds later.',
  places: ['write'],
  options: { seconds: { type: 'number', exclusiveMinimum: 0 } },
  required: ['seconds'],
  apply: (thing, { options }) => ({
    things: [thing],
    afterwards: { seconds: Number(options.seconds), what: 'remove' },
  }),
};
