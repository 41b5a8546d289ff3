import type { Operator } from '../operator.ts';

export const revert: Operator = {
  name: 'revert',
  does: 'What was changed is as it was before, so many seconds later.',
  places: ['write'],
  options: { seconds: { type: 'number', exclusiveMinimum: 0 } },
  required: ['seconds'],
  apply: (thing, { options, earlier }) =>
    earlier() === undefined
      ? undefined
      : { things: [thing], afterwards: { seconds: Number(options.seconds), what: 'restore' } },
};
