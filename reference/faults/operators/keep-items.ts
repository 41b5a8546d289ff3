import type { Operator } from '../operator.ts';

export const keepItems: Operator = {
  name: 'keep-items',
  does: 'A list within the thing holds so many members and no more: a measurement, a patient, a line is left out at its end.',
  places: ['write', 'read', 'audit'],
  options: { field: { type: 'string', pattern: '^[^.]+$' }, items: { type: 'integer', minimum: 0 } },
  required: ['field', 'items'],
  apply(thing, { options }) {
    const field = String(options.field);
    const most = Number(options.items);
    const list: unknown = thing[field];
    if (!Array.isArray(list) || list.length <= most) return undefined;
    return { things: [{ ...thing, [field]: list.slice(0, most) }] };
  },
};
