import type { Operator } from '../operator.ts';
import { ofAnother } from '../whose.ts';

export const mistakenForLatest: Operator = {
  name: 'mistaken-for-latest',
  does: 'A reader is shown what was shown just before, of another patient: within so many seconds.',
  places: ['read'],
  options: { seconds: { type: 'number', exclusiveMinimum: 0 } },
  required: ['seconds'],
  apply(thing, { met, metAt, options, now }) {
    const [latest] = met;
    const other = latest === undefined ? undefined : ofAnother(thing, [latest]);
    if (other === undefined || now - metAt(other) >= Number(options.seconds) * 1_000) return undefined;
    return { things: [other] };
  },
};
