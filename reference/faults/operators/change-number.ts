import { changedAt } from '../fields.ts';
import type { Operator } from '../operator.ts';

const NUMBER = { type: 'number' };

export const changeNumber: Operator = {
  name: 'change-number',
  does: 'A number becomes another: times a factor, plus something, rounded to so many decimals, no more than the most, or always the same.',
  places: ['write', 'read', 'order', 'answer', 'rule', 'audit'],
  options: {
    field: { type: 'string', minLength: 1 },
    factor: NUMBER,
    add: NUMBER,
    decimals: { type: 'integer', minimum: 0 },
    most: NUMBER,
    to: NUMBER,
  },
  required: ['field'],
  apply(thing, { options }) {
    const {
      factor = 1,
      add = 0,
      decimals,
      most,
      to,
    } = options as Readonly<Record<string, number | undefined>>;
    const changed = changedAt(thing, String(options.field), (value) => {
      if (typeof value !== 'number') return value;
      if (to !== undefined) return to;
      const whole = Number((value * factor + add).toPrecision(12));
      const number = Math.min(whole, most ?? whole);
      return decimals === undefined ? number : Number(number.toFixed(decimals));
    });
    return changed === thing ? undefined : { things: [changed] };
  },
};
