import type { Operator } from '../operator.ts';

/** Where things say who did them. */
const AUTHORS = [
  'author',
  'recorder',
  'requester',
  'sender',
  'performer',
  'validatedBy',
  'orderedBy',
  'by',
] as const;

export const wrongAuthor: Operator = {
  name: 'wrong-author',
  does: 'It stands in the name of whoever did the latest one there and is not the one who did this. Of a session it is theirs.',
  places: ['write', 'read', 'order', 'answer', 'audit', 'session'],
  options: {},
  apply(thing, { place, met }) {
    if (place === 'session') {
      const other = met.find(({ userName }) => userName !== thing.userName);
      return other === undefined ? undefined : { things: [other] };
    }
    const field = AUTHORS.find((name) => name in thing);
    if (field === undefined) return undefined;
    const own = JSON.stringify(thing[field]);
    const other = met.find((one) => field in one && JSON.stringify(one[field]) !== own);
    return other === undefined ? undefined : { things: [{ ...thing, [field]: other[field] }] };
  },
};
