import { changedAt, valuesAt } from '../fields.ts';
import type { Operator } from '../operator.ts';

export const swapFields: Operator = {
  name: 'swap-fields',
  does: 'Two values change places. One field with a list has its first two values swapped.',
  places: ['write', 'read', 'order', 'answer', 'audit'],
  options: { fields: { type: 'array', minItems: 1, maxItems: 2, items: { type: 'string', minLength: 1 } } },
  required: ['fields'],
  apply(thing, { options }) {
    const [one = '', other] = options.fields as readonly string[];
    const values = valuesAt(thing, one);
    const [first, second] = [values[0], other === undefined ? values[1] : valuesAt(thing, other)[0]];
    if (first === undefined || second === undefined || first === second) return undefined;
    const swap = (value: unknown) => (value === first ? second : value === second ? first : value);
    const once = changedAt(thing, one, swap);
    return { things: [other === undefined ? once : changedAt(once, other, swap)] };
  },
};
