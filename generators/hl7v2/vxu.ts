import { CODING } from '../../domain/codes/hl7v2.ts';
import type { VaccinationFact } from '../history/facts.ts';
import type { Message, Sender } from './message.ts';
import { components, segment, timestamp } from './segment.ts';

/** V04: a dose of a vaccine was given; RXA-2 is its number. */
export const vaccinated = (
  sender: Sender,
  { vaccine, dose, at, contact }: VaccinationFact,
  id: string,
): Message => ({
  at,
  type: 'VXU^V04^VXU_V04',
  body:
    sender.pid +
    sender.visit(contact) +
    segment('ORC', { 1: 'RE', 3: components(id) }) +
    segment('RXA', {
      1: '0',
      2: `${dose}`,
      3: timestamp(at),
      4: timestamp(at),
      5: components(vaccine.atc, vaccine.display, CODING.atc),
      6: '999',
      20: 'CP',
    }),
});
