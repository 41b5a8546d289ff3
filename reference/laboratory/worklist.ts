import { MessageError } from './hl7/message-error.ts';
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
  /** An order that comes twice is one order; another of the same number is refused, and none of those with it is placed. */
  place(orders: readonly LaboratoryOrder[]): void;
  find(orderNumber: string): Entry | undefined;
  /** Orders without an answer, the oldest first. */
  open(): readonly LaboratoryOrder[];
  close(order: LaboratoryOrder, answered: Answered): void;
}

export function createWorklist(): Worklist {
  const entries = new Map<string, Entry>();
  return {
    place(orders) {
      const fresh = new Map<string, Entry>();
      for (const order of orders) {
        const known = (entries.get(order.number) ?? fresh.get(order.number))?.order;
        if (known === undefined) fresh.set(order.number, { order });
        else if (!isSame(known, order)) throw anotherOf(order);
      }
      for (const [number, entry] of fresh) entries.set(number, entry);
    },
    find: (orderNumber) => entries.get(orderNumber),
    open: () => [...entries.values()].filter(({ answered }) => !answered).map(({ order }) => order),
    close(order, answered) {
      entries.set(order.number, { order, answered });
    },
  };
}

const isSame = (one: LaboratoryOrder, other: LaboratoryOrder): boolean =>
  one.patient.number.value === other.patient.number.value && one.test.code === other.test.code;

const anotherOf = ({ number }: LaboratoryOrder): MessageError =>
  new MessageError(
    `Ordernumret ${number} har redan en annan order, för en annan patient eller analys.`,
    '205',
    'ORC^1^2',
  );
