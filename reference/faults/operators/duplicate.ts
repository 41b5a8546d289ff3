import { generateId } from '@medplum/core';
import type { Operator } from '../operator.ts';

export const duplicate: Operator = {
  name: 'duplicate',
  does: 'The thing comes twice, the second time under another number; in a list the first row does.',
  places: ['write', 'search', 'order', 'answer', 'advice', 'audit'],
  options: { sameNumber: { type: 'boolean' } },
  apply(thing, { place, options }) {
    if (place === 'search') {
      const rows = Array.isArray(thing.rows) ? thing.rows : [];
      return rows.length === 0 ? undefined : { things: [{ ...thing, rows: [rows[0], ...rows] }] };
    }
    if (options.sameNumber === true) return { things: [thing, thing] };
    const again = 'number' in thing ? { ...thing, number: generateId() } : { ...thing, id: generateId() };
    return { things: [thing, again] };
  },
};
