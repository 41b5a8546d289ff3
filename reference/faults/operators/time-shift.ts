import { changedAt } from '../fields.ts';
import type { Operator } from '../operator.ts';

const HOUR = 3_600_000;

const ISO = /^\d{4}-\d\d-\d\dT/;

export const timeShift: Operator = {
  name: 'time-shift',
  does: 'A time is so many hours off (a fraction too). Of the clock it is the clock itself.',
  places: ['write', 'read', 'order', 'answer', 'audit', 'clock'],
  options: { field: { type: 'string', minLength: 1 }, hours: { type: 'number' } },
  required: ['hours'],
  apply(thing, { options }) {
    const by = Number(options.hours) * HOUR;
    const changed = changedAt(thing, String(options.field ?? 'at'), (value) => {
      if (typeof value === 'number') return value + by;
      return typeof value === 'string' && ISO.test(value)
        ? new Date(Date.parse(value) + by).toISOString()
        : value;
    });
    return changed === thing ? undefined : { things: [changed] };
  },
};
