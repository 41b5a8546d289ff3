import { changedAt, valuesAt } from '../fields.ts';
import type { Operator } from '../operator.ts';

export const setField: Operator = {
  name: 'set-field',
  does: 'A field has another value than it was given: a status, a code, a unit. A field that is not there stays away, unless anyway is true.',
  places: ['write', 'read', 'order', 'answer', 'advice', 'rule', 'audit', 'http', 'session'],
  options: { field: { type: 'string', minLength: 1 }, to: {}, anyway: { type: 'boolean' } },
  required: ['field', 'to'],
  apply(thing, { options }) {
    const field = String(options.field);
    if (options.anyway !== true && valuesAt(thing, field).length === 0) return undefined;
    const changed = changedAt(thing, field, () => options.to);
    return changed === thing ? undefined : { things: [changed] };
  },
};
