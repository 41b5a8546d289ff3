import type { Operator } from '../operator.ts';

export const ageOut: Operator = {
  name: 'age-out',
  does: 'A reader is not shown what was last changed more than so many seconds ago: a list that begins too late.',
  places: ['read'],
  options: { seconds: { type: 'number', exclusiveMinimum: 0 } },
  required: ['seconds'],
  apply(thing, { options, now }) {
    const { lastUpdated = '' } = (thing.meta ?? {}) as { lastUpdated?: string };
    return now - Date.parse(lastUpdated) > Number(options.seconds) * 1_000 ? { things: [] } : undefined;
  },
};
