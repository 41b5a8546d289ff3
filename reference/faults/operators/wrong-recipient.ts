import { changedAt, valuesAt } from '../fields.ts';
import type { Operator } from '../operator.ts';

/** Where resources say to whom they go, the nearest first. */
const ADDRESSES = [
  'owner.reference',
  'recipient.reference',
  'performer.reference',
  'serviceProvider.reference',
];

export const wrongRecipient: Operator = {
  name: 'wrong-recipient',
  does: 'It goes to another unit than it was sent to: the one given, by its key, or the latest other one that something went to there.',
  places: ['write', 'read'],
  options: { to: { type: 'string', minLength: 1 } },
  apply(thing, { options, met }) {
    const isUnit = (value: unknown): boolean => String(value).startsWith('Organization/');
    const field = ADDRESSES.find((address) => valuesAt(thing, address).some(isUnit));
    if (field === undefined) return undefined;
    const own = valuesAt(thing, field).find(isUnit);
    const latest = met
      .flatMap((other) => valuesAt(other, field))
      .find((value) => isUnit(value) && value !== own);
    const to = options.to === undefined ? latest : `Organization/${options.to}`;
    if (to === undefined || to === own) return undefined;
    return { things: [changedAt(thing, field, (value) => (value === own ? to : value))] };
  },
};
