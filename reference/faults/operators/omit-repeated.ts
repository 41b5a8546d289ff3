import { valuesAt } from '../fields.ts';
import type { Operator, Thing } from '../operator.ts';
import { whose } from '../whose.ts';

export const omitRepeated: Operator = {
  name: 'omit-repeated',
  does: 'What says the same in these fields as something earlier of the same patient is taken for a repetition and lost.',
  places: ['write', 'read', 'order', 'answer', 'audit'],
  options: { fields: { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } } },
  required: ['fields'],
  apply(thing, { options, met }) {
    const said = (of: object) =>
      JSON.stringify((options.fields as readonly string[]).map((field) => valuesAt(of, field)));
    const own = whose(thing);
    const numberOf = ({ id, number }: Thing) => id ?? number;
    const isRepeated = met.some(
      (one) => numberOf(one) !== numberOf(thing) && whose(one) === own && said(one) === said(thing),
    );
    return own !== undefined && isRepeated ? { things: [] } : undefined;
  },
};
