import { acknowledgeOrders, objectionTo } from './hl7/acknowledgement.ts';
import type { Receiver } from './hl7/listen.ts';
import { MessageError } from './hl7/message-error.ts';
import { readOrders } from './hl7/order.ts';
import type { Worklist } from './worklist.ts';

/**
 * OML^O21 in, ORL^O22 out: all orders that a message holds are on the worklist before it is answered, or none is and the
 * answer says why.
 */
export const takeOrders = (worklist: Worklist, now: () => number): Receiver => ({
  async take(message) {
    try {
      const orders = readOrders(message);
      worklist.place(orders);
      return acknowledgeOrders(message, now(), orders);
    } catch (error) {
      if (!(error instanceof MessageError)) throw error;
      return acknowledgeOrders(message, now(), objectionTo(error));
    }
  },
  refuse: async (message, error) => acknowledgeOrders(message, now(), objectionTo(error)),
});
