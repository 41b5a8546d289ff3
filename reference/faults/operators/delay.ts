import type { Operator } from '../operator.ts';

export const delay: Operator = {
  name: 'delay',
  does: 'The thing comes later: stored, sent, logged or answered after so many seconds; to a reader it shows when it is so old.',
  places: ['write', 'read', 'order', 'answer', 'audit', 'live', 'http'],
  options: { seconds: { type: 'number', exclusiveMinimum: 0 } },
  required: ['seconds'],
  apply(thing, { place, options, now }) {
    const seconds = Number(options.seconds);
    if (place !== 'read') return { things: [thing], afterSeconds: seconds };
    const { lastUpdated = '' } = (thing.meta ?? {}) as { lastUpdated?: string };
    const age = now - Date.parse(lastUpdated);
    return { things: age < seconds * 1_000 ? [] : [thing] };
  },
};
