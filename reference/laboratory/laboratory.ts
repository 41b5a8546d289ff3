import { setTimeout } from 'node:timers/promises';
import type { Faults } from '../faults/fault.ts';
import type { Words } from '../words.ts';
import { createCourier } from './hl7/deliver.ts';
import { listenForMessages } from './hl7/listen.ts';
import type { Route } from './hl7/message.ts';
import { createAnswerSender } from './send-answers.ts';
import { takeOrders } from './take-orders.ts';
import { createWorklist } from './worklist.ts';
import { createWorkstation } from './workstation.ts';

export interface Laboratory {
  /** Where orders are sent, as HL7 v2.5 over MLLP. */
  readonly mllpPort: number;
  /** Address of the workstation of the laboratory's staff. */
  readonly workstation: string;
  close(): Promise<void>;
}

/**
 * The laboratory: takes orders (OML^O21, answered ORL^O22), lets its staff answer and validate them at a workstation,
 * and sends the answers (ORU^R01) until they are acknowledged. It knows the care system by MLLP alone.
 */
export async function startLaboratory(options: {
  /** MLLP port of the care system, on 127.0.0.1. */
  readonly careSystemPort: number;
  /** HSA-id of the laboratory. */
  readonly facility: string;
  readonly faults: Faults;
  readonly words: Words;
  readonly now: () => number;
  readonly report: (problem: unknown) => void;
}): Promise<Laboratory> {
  const { now, faults, words } = options;
  let closing = false;
  const report = (problem: unknown): void => {
    if (!closing) options.report(problem);
  };
  const route: Route = {
    from: { application: 'LABORATORIET', facility: options.facility },
    to: { application: 'VARDSYSTEMET', facility: '' },
  };
  const worklist = createWorklist();
  const courier = createCourier(options.careSystemPort);
  const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
    setTimeout(milliseconds, undefined, { signal });
  const sender = createAnswerSender({ courier, route, faults, words, now, pause, report });
  const orders = await listenForMessages(takeOrders(worklist, now), report);
  const workstation = createWorkstation(worklist, now, sender.send);
  const address = await workstation.listen({ port: 0, host: '127.0.0.1' });
  return {
    mllpPort: orders.port,
    workstation: address,
    async close() {
      closing = true;
      await sender.close();
      await Promise.all([courier.close(), orders.close(), workstation.close()]);
    },
  };
}
