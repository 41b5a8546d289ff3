import type { Minute } from '../history/calendar.ts';
import type { ContactFact } from '../history/facts.ts';
import { type Message, metBy, placeOf, type Sender } from './message.ts';
import { components, segment, timestamp } from './segment.ts';

/** S12: a time was booked. */
export const booked = (sender: Sender, contact: ContactFact, id: string, at: Minute): Message =>
  appointment(sender, contact, id, at, 'S12', 'Booked');

/** S15: the time was cancelled. */
export const cancelled = (sender: Sender, contact: ContactFact, id: string, at: Minute): Message =>
  appointment(sender, contact, id, at, 'S15', 'Cancelled');

function appointment(
  sender: Sender,
  contact: ContactFact,
  id: string,
  at: Minute,
  event: string,
  status: string,
): Message {
  const { plan } = contact;
  const schedule = segment('SCH', {
    1: components(id),
    6: components('', plan.reason),
    11: `^^^${timestamp(contact.at)}`,
    16: metBy(contact),
    20: metBy(contact),
    25: status,
  });
  const resources =
    segment('RGS', { 1: '1' }) +
    segment('AIL', { 1: '1', 3: placeOf(contact), 6: timestamp(contact.at) }) +
    segment('AIP', { 1: '1', 3: metBy(contact) });
  return { at, type: `SIU^${event}^SIU_S12`, body: schedule + sender.pid + resources };
}
