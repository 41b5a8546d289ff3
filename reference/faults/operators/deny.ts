import type { Operator } from '../operator.ts';

export const deny: Operator = {
  name: 'deny',
  does: 'Somebody may not write or read what they may.',
  places: ['authority', 'shield'],
  options: {},
  apply: (thing) => (thing.allowed !== false ? { things: [{ ...thing, allowed: false }] } : undefined),
};
