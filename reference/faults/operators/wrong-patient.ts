import type { Operator } from '../operator.ts';
import { asIfOf, donorFor } from '../whose.ts';

export const wrongPatient: Operator = {
  name: 'wrong-patient',
  does: 'The thing is about the patient of the one that passed there latest and was somebody else’s. Of a person it is the other person under this id.',
  places: ['write', 'read', 'order', 'answer', 'audit', 'session'],
  options: {},
  apply(thing, context) {
    const other = donorFor(thing, context);
    return other === undefined ? undefined : { things: [asIfOf(thing, other)] };
  },
};
