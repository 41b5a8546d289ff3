import { setTimeout as pause } from 'node:timers/promises';
import type { Hl7Message } from '@medplum/core';
import { Hl7Client } from '@medplum/hl7';
import { mayPass, reasonOf } from './acknowledgement.ts';
import { BYTES, decoded, encoded } from './charset.ts';

/** How long to wait for an acknowledgement, and before each time a message is sent again; milliseconds. */
export interface Patience {
  readonly acknowledgement: number;
  readonly pauses: readonly number[];
}

const PATIENCE: Patience = { acknowledgement: 3_000, pauses: [250, 1_000, 4_000, 15_000] };

type Delivery =
  | { readonly outcome: 'accepted' }
  /** The receiver has it and does not want it. */
  | { readonly outcome: 'rejected'; readonly reason: string }
  /** No answer, however often it was sent. */
  | { readonly outcome: 'undelivered'; readonly reason: string };

/** `again`: the receiver may take the same message later. */
type Attempt = Delivery & { readonly again?: boolean };

export interface Courier {
  /**
   * Sends a message until it is answered, and again when the receiver says that it cannot take it now; sent again, it has
   * the same control id.
   */
  deliver(message: Hl7Message): Promise<Delivery>;
  close(): Promise<void>;
}

/** A connection to one MLLP receiver of this machine, opened when it is needed and again when it broke. */
export function createCourier(port: number, patience: Patience = PATIENCE): Courier {
  const client = new Hl7Client({ host: '127.0.0.1', port, keepAlive: true, encoding: BYTES });
  const closing = new AbortController();

  async function attempt(message: Hl7Message): Promise<Attempt> {
    const answer = await client.sendAndWait(encoded(message), { timeoutMs: patience.acknowledgement });
    if (answer.getAckType() === 'AA') return { outcome: 'accepted' };
    const told = decoded(answer);
    return { outcome: 'rejected', reason: reasonOf(told), again: mayPass(told) };
  }

  return {
    async deliver(message) {
      for (const wait of [...patience.pauses, undefined]) {
        try {
          const { again = false, ...delivery } = await attempt(message);
          if (!again || wait === undefined || closing.signal.aborted) return delivery;
        } catch (error) {
          if (wait === undefined || closing.signal.aborted) {
            return { outcome: 'undelivered', reason: error instanceof Error ? error.message : String(error) };
          }
        }
        await pause(wait, undefined, { signal: closing.signal }).catch(() => undefined);
      }
      return { outcome: 'undelivered', reason: 'Inga försök gjordes.' };
    },
    async close() {
      closing.abort();
      await client.close();
    },
  };
}
