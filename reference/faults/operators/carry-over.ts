import { changedAt, valuesAt } from '../fields.ts';
import type { Operator } from '../operator.ts';
import { whose } from '../whose.ts';

const OF = ['another', 'same', 'anybody'] as const;

export const carryOver: Operator = {
  name: 'carry-over',
  does: 'A field holds what the latest thing there held: another patient’s, or where told the same one’s or anybody’s. A form that was not emptied, a number that was used before.',
  places: ['write', 'order', 'answer', 'audit'],
  options: { field: { type: 'string', minLength: 1 }, of: { enum: OF } },
  required: ['field'],
  apply(thing, { options, met }) {
    const field = String(options.field);
    const own = whose(thing);
    const isMeant = {
      another: (person: string | undefined) => person !== undefined && person !== own,
      same: (person: string | undefined) => person !== undefined && person === own,
      anybody: () => true,
    }[(options.of ?? 'another') as (typeof OF)[number]];
    const former = met.find((one) => isMeant(whose(one)) && valuesAt(one, field).length > 0);
    const values = former === undefined ? [] : valuesAt(former, field);
    let index = 0;
    const changed = changedAt(thing, field, (value) => {
      const carried = values[index] ?? value;
      index += 1;
      return JSON.stringify(carried) === JSON.stringify(value) ? value : carried;
    });
    return changed === thing ? undefined : { things: [changed] };
  },
};
