import { changedAt, valuesAt } from '../fields.ts';
import type { Operator } from '../operator.ts';

export const keepFormer: Operator = {
  name: 'keep-former',
  does: 'A change is stored but for these fields, which keep what they had before.',
  places: ['write', 'read'],
  options: { fields: { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } } },
  required: ['fields'],
  apply(thing, { options, earlier }) {
    const before = earlier();
    if (before === undefined) return undefined;
    const kept = (options.fields as readonly string[]).reduce((changed, field) => {
      const former = valuesAt(before, field);
      const now = valuesAt(changed, field);
      if (former.length === 0 || JSON.stringify(former) === JSON.stringify(now)) return changed;
      let index = 0;
      return changedAt(changed, field, (value) => {
        const value_ = former[index] ?? value;
        index += 1;
        return value_;
      });
    }, thing);
    return kept === thing ? undefined : { things: [kept] };
  },
};
