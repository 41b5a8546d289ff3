import type { Operator } from '../operator.ts';

export const allow: Operator = {
  name: 'allow',
  does: 'Somebody may write, or read all of a kind, who may not.',
  places: ['authority', 'shield'],
  options: {},
  apply: (thing) => (thing.allowed === true ? undefined : { things: [{ ...thing, allowed: true }] }),
};
