import { CODING } from '../../domain/codes/hl7v2.ts';
import type { Minute } from '../history/calendar.ts';
import type { PrescriptionFact } from '../history/facts.ts';
import type { Message, Sender } from './message.ts';
import { components, escaped, segment, timestamp } from './segment.ts';

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
  const until = isCure || control === 'DC' ? end : undefined;
  return {
    at,
    type: 'RDE^O11^RDE_O11',
    body:
      sender.pid +
      sender.visit(fact.contact) +
      segment('ORC', { 1: control, 2: components(id) }) +
      segment('RXE', {
        2: components(drug.atc, drug.name, CODING.atc),
        3: `${dose}`,
        5: components(drug.unit, '', CODING.ucum),
        27: components(indication.code, indication.display, CODING.icd10se),
      }) +
      (conflict === undefined ? '' : segment('NTE', { 1: '1', 3: escaped(`Avsiktlig krock: ${conflict}`) })) +
      segment('TQ1', {
        1: '1',
        3: repeats(perDay),
        7: timestamp(fact.at),
        8: until === undefined ? undefined : timestamp(until),
      }) +
      segment('RXR', { 1: components('', drug.route) }),
  };
}

/** How often, in the words of HL7's table 0335. */
function repeats(perDay: number): string {
  if (perDay < 1) return `Q${Math.round(1 / perDay)}D`;
  const times = Math.round(perDay);
  return TIMES_A_DAY[times] ?? `${times}ID`;
}

const TIMES_A_DAY: Readonly<Record<number, string>> = { 1: 'Q1D', 2: 'BID', 3: 'TID', 4: 'QID' };
