import type { Hl7Message } from '@medplum/core';
import { acknowledge, objectionTo } from './acknowledgement.ts';
import type { Receiver } from './listen.ts';
import { MessageError } from './message-error.ts';

/**
 * Takes messages and says AA once all that a message tells is taken, or why not.
 * @param take throws a {@link MessageError} of what cannot be read, or belongs nowhere
 * @param refused keeps what was refused, before the sender is told
 */
export function acknowledging(
  take: (message: Hl7Message) => Promise<void>,
  now: () => number,
  refused?: (message: Hl7Message, error: MessageError) => Promise<void>,
): Receiver {
  const refuse = async (message: Hl7Message, error: MessageError): Promise<Hl7Message> => {
    await refused?.(message, error);
    return acknowledge(message, now(), objectionTo(error));
  };
  return {
    async take(message) {
      try {
        await take(message);
      } catch (error) {
        if (error instanceof MessageError) return refuse(message, error);
        throw error;
      }
      return acknowledge(message, now());
    },
    refuse,
  };
}
