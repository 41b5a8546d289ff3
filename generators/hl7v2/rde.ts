import type { Minute } from '../history/calendar.ts';
import type { PrescriptionFact } from '../history/facts.ts';
import type { Message, Sender } from './message.ts';
import { components, date, escaped, segment } from './segment.ts';

/** O11 with order control NW: a drug was prescribed. A deliberate conflict is told in NTE. */
export const prescribed = (sender: Sender, fact: PrescriptionFact, id: string): Message =>
  message(sender, fact, id, 'NW', fact.at);

/** O11 with order control DC: the drug was stopped. */
export const stopped = (sender: Sender, fact: PrescriptionFact, id: string, at: Minute): Message =>
  message(sender, fact, id, 'DC', at);

function message(
  sender: Sender,
  fact: PrescriptionFact,
  id: string,
  control: 'NW' | 'DC',
  at: Minute,
): Message {
  const { drug, dose, perDay, indication, conflict, isCure, end } = fact;
  const until = (isCure || control === 'DC') && end !== undefined ? date(end) : '';
  return {
    at,
    type: 'RDE^O11^RDE_O11',
    body:
      sender.pid +
      sender.visit(fact.contact) +
      segment('ORC', { 1: control, 2: components(id) }) +
      segment('RXE', {
        1: `^^^${date(fact.at)}^${until}`,
        2: components(drug.atc, drug.name, 'ATC'),
        3: `${dose}`,
        5: components(drug.unit, '', 'UCUM'),
        22: `${perDay}`,
        27: components(indication.code, indication.display, 'ICD-10-SE'),
      }) +
      (conflict === undefined ? '' : segment('NTE', { 1: '1', 3: escaped(`Avsiktlig krock: ${conflict}`) })) +
      segment('RXR', { 1: components('', drug.route) }),
  };
}
