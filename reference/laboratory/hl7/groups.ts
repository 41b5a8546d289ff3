import type { Hl7Message, Hl7Segment } from '@medplum/core';
import { MessageError } from './message-error.ts';

/** What a message says once of each order or answer: its segments, and whom it is about. */
export interface OrderGroup {
  readonly pid: Hl7Segment | undefined;
  readonly orc: Hl7Segment | undefined;
  readonly obr: Hl7Segment;
  readonly obx: readonly Hl7Segment[];
}

/**
 * The orders or answers of a message, each with its ORC, its OBR and what follows. A comment (NTE) is nothing that is
 * read here: rather than to lose it the message is refused.
 */
export function orderGroups(message: Hl7Message): readonly OrderGroup[] {
  const groups: (OrderGroup & { obx: Hl7Segment[] })[] = [];
  let pid: Hl7Segment | undefined;
  let orc: Hl7Segment | undefined;
  for (const segment of message.segments) {
    switch (segment.name) {
      case 'PID':
        pid = segment;
        break;
      case 'ORC':
        if (orc !== undefined) throw without('OBR', 'ORC');
        orc = segment;
        break;
      case 'OBR':
        groups.push({ pid, orc, obr: segment, obx: [] });
        orc = undefined;
        break;
      case 'OBX':
        if (groups.length === 0) throw without('OBR', 'OBX');
        groups.at(-1)?.obx.push(segment);
        break;
      case 'NTE':
        throw new MessageError(
          'Meddelandet har en kommentar (NTE), som inte tas emot här; den skulle gå förlorad.',
          '100',
          'NTE^1',
        );
      default:
    }
  }
  if (orc !== undefined) throw without('OBR', 'ORC');
  if (groups.length === 0) throw new MessageError('Segmentet OBR saknas i meddelandet.', '100', 'OBR^1');
  return groups;
}

const without = (missing: string, present: string): MessageError =>
  new MessageError(`Segmentet ${missing} saknas till ${present}.`, '100', `${missing}^1`);
