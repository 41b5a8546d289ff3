import type { Operator } from '../operator.ts';

export const limit: Operator = {
  name: 'limit',
  does: 'A list holds so many rows and no more, and says nothing of the rest; the last ones when keep is last.',
  places: ['search'],
  options: { rows: { type: 'integer', minimum: 0 }, keep: { enum: ['first', 'last'] } },
  required: ['rows'],
  apply(thing, { options }) {
    const rows = Array.isArray(thing.rows) ? thing.rows : [];
    const most = Number(options.rows);
    if (rows.length <= most) return undefined;
    const kept = options.keep === 'last' ? rows.slice(rows.length - most) : rows.slice(0, most);
    return { things: [{ ...thing, rows: kept, isCut: true }] };
  },
};
