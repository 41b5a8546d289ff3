import { generateId } from '@medplum/core';
import type { Operator } from '../operator.ts';
import { wrongRecipient } from './wrong-recipient.ts';

export const copyToOtherUnit: Operator = {
  name: 'copy-to-other-unit',
  does: 'The thing goes where it should, and a copy of it to another unit: the one given, by its key, or the latest other one that something went to there.',
  places: ['write'],
  options: wrongRecipient.options,
  apply(thing, context) {
    const [astray] = wrongRecipient.apply(thing, context)?.things ?? [];
    return astray === undefined ? undefined : { things: [thing, { ...astray, id: generateId() }] };
  },
};
