import type { LaboratoryOrder } from './hl7/order.ts';

/** How an order was answered: the laboratory's number of the answer, and the token of the one who entered it. */
interface Answered {
  readonly number: string;
  readonly token: string;
}

interface Entry {
  readonly order: LaboratoryOrder;
  readonly answered?: Answered;
}

/** The laboratory's own list of orders. */
export interface Worklist {
  /** An order that comes twice is one order. */
  place(order: LaboratoryOrder): void;
  find(orderNumber: string): Entry | undefined;
  /** Orders without an answer, the oldest first. */
  open(): readonly LaboratoryOrder[];
  close(order: LaboratoryOrder, answered: Answered): void;
}

export function createWorklist(): Worklist {
  const entries = new Map<string, Entry>();
  return {
    place(order) {
      if (!entries.has(order.number)) entries.set(order.number, { order });
    },
    find: (orderNumber) => entries.get(orderNumber),
    open: () => [...entries.values()].filter(({ answered }) => !answered).map(({ order }) => order),
    close(order, answered) {
      entries.set(order.number, { order, answered });
    },
  };
}
