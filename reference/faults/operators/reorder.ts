import type { Operator } from '../operator.ts';

export const reorder: Operator = {
  name: 'reorder',
  does: 'The rows of a list come in the other order.',
  places: ['search'],
  options: {},
  apply(thing) {
    const rows = Array.isArray(thing.rows) ? thing.rows : [];
    return rows.length < 2 ? undefined : { things: [{ ...thing, rows: rows.toReversed() }] };
  },
};
