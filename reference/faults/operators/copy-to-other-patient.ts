import { generateId } from '@medplum/core';
import type { Operator } from '../operator.ts';
import { asIfOf, donorFor } from '../whose.ts';

export const copyToOtherPatient: Operator = {
  name: 'copy-to-other-patient',
  does: 'The thing goes where it should, and a copy of it to another patient: the one of the latest that passed there.',
  places: ['write', 'audit'],
  options: {},
  apply(thing, context) {
    const other = donorFor(thing, context);
    return other === undefined
      ? undefined
      : { things: [thing, { ...asIfOf(thing, other), id: generateId() }] };
  },
};
