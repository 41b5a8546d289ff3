import type { Operator } from '../operator.ts';

export const stale: Operator = {
  name: 'stale',
  does: 'A reader is shown the version before, for so many seconds after the change or for ever.',
  places: ['read'],
  options: { seconds: { type: 'number', exclusiveMinimum: 0 } },
  apply(thing, { options, now, earlier }) {
    const { lastUpdated = '' } = (thing.meta ?? {}) as { lastUpdated?: string };
    const age = now - Date.parse(lastUpdated);
    if (options.seconds !== undefined && age >= Number(options.seconds) * 1_000) return undefined;
    const before = earlier();
    return before === undefined ? undefined : { things: [before] };
  },
};
