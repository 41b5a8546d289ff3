import type { ReferralFact } from '../history/facts.ts';
import type { Message, Sender } from './message.ts';
import { components, segment, timestamp } from './segment.ts';

/** I12: a referral was sent. */
export const referred = (
  sender: Sender,
  { to, question, at, contact }: ReferralFact,
  id: string,
): Message => ({
  at,
  type: 'REF^I12^REF_I12',
  body:
    segment('RF1', {
      3: components('', to),
      6: components(id),
      7: timestamp(at),
      10: components('', question),
    }) +
    sender.pid +
    sender.visit(contact),
});
