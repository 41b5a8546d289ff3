import { changedAt, valuesAt } from '../fields.ts';
import type { Operator } from '../operator.ts';

export const dropField: Operator = {
  name: 'drop-field',
  does: 'A field is lost. Of a request the header: without if-match the last to write wins.',
  places: ['write', 'read', 'order', 'answer', 'advice', 'rule', 'audit', 'session', 'http', 'live'],
  options: { field: { type: 'string', minLength: 1 } },
  required: ['field'],
  apply(thing, { options }) {
    const field = String(options.field);
    return valuesAt(thing, field).length === 0
      ? undefined
      : { things: [changedAt(thing, field, () => undefined)] };
  },
};
