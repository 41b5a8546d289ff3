import type { Operator } from '../operator.ts';

export const omit: Operator = {
  name: 'omit',
  does: 'The thing is lost: not stored, though it is answered as if it were; not shown; not sent; not logged; no session.',
  places: ['write', 'read', 'order', 'answer', 'advice', 'rule', 'audit', 'session', 'live'],
  options: {},
  apply: () => ({ things: [] }),
};
