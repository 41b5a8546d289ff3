import type { ReferralFact } from '../history/facts.ts';
import { type Message, metBy, placeOf, type Sender } from './message.ts';
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
    segment('PRD', {
      1: components('RP', 'Referring provider', 'HL70286'),
      4: contact === undefined ? undefined : placeOf(contact),
      7: contact === undefined ? undefined : `${metBy(contact)}^GENREP`,
    }) +
    sender.pidAlone +
    sender.shieldedVisit(contact),
});
