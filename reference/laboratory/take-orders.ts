import type { Hl7Message } from '@medplum/core';
import { acknowledgeOrder } from './hl7/acknowledgement.ts';
import { MessageError } from './hl7/message.ts';
import { readOrder } from './hl7/order.ts';
import type { Worklist } from './worklist.ts';

/** OML^O21 in, ORL^O22 out: an order that can be read is on the worklist before it is answered. */
export const takeOrders =
  (worklist: Worklist, now: () => number) =>
  async (message: Hl7Message): Promise<Hl7Message> => {
    try {
      worklist.place(readOrder(message));
      return acknowledgeOrder(message, now(), 'AA');
    } catch (error) {
      if (!(error instanceof MessageError)) throw error;
      return acknowledgeOrder(message, now(), 'AR', error.message);
    }
  };
