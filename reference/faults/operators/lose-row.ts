import type { Operator } from '../operator.ts';

export const loseRow: Operator = {
  name: 'lose-row',
  does: 'The row of this number is missing from a list, as where one page ends and the next begins; the first is 1.',
  places: ['search'],
  options: { row: { type: 'integer', minimum: 1 } },
  required: ['row'],
  apply(thing, { options }) {
    const rows = Array.isArray(thing.rows) ? thing.rows : [];
    const lost = Number(options.row) - 1;
    return lost < rows.length ? { things: [{ ...thing, rows: rows.toSpliced(lost, 1) }] } : undefined;
  },
};
