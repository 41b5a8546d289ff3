import type { AccessCell, AccessWay, Block, ConsentGiven, Expected } from '../../domain/access-evidence.ts';
import { type Bilingual, both } from '../../pages/bilingual.ts';

/** How a matrix of access reads to people. */

export const EXPECTED: Readonly<Record<Expected, Bilingual>> = {
  must: both('ska', 'must'),
  may: both('får', 'may'),
  'must-not': both('får inte', 'must not'),
};

export const DEPENDS = both('beror på', 'depends');

export const WHATS: Readonly<Record<AccessCell['what'], Bilingual>> = {
  note: both('Anteckning', 'Note'),
  drug: both('Läkemedel', 'Drug'),
  allergy: both('Överkänslighet', 'Allergy'),
  measurement: both('Mätvärde', 'Measurement'),
  answer: both('Provsvar', 'Answer'),
  contact: both('Vårdkontakt', 'Contact'),
  booking: both('Bokning', 'Booking'),
  message: both('Meddelande', 'Message'),
  'protected-identity': both('Skyddad identitet', 'Protected identity'),
  'blocked-at-all': both('Att något är spärrat', 'That something is blocked'),
  'blocked-where': both('Var det är spärrat', 'Where it is blocked'),
  log: both('Logg', 'Log'),
  'write-note': both('Anteckna', 'Write a note'),
  prescribe: both('Ordinera', 'Prescribe'),
  'change-dose': both('Ändra dos', 'Change a dose'),
  'give-drug': both('Ge läkemedel', 'Give a drug'),
  'record-allergy': both('Registrera överkänslighet', 'Record an allergy'),
  measure: both('Mäta', 'Measure'),
  'declare-ready': both('Bedöma utskrivningsklar', 'Declare ready'),
  'order-test': both('Beställa prov', 'Order a test'),
  'answer-test': both('Besvara prov', 'Answer a test'),
  'register-contact': both('Registrera kontakt', 'Register a contact'),
  book: both('Boka', 'Book'),
  'send-message': both('Skicka meddelande', 'Send a message'),
  'change-register': both('Ändra folkbokföring', 'Change the register'),
  'record-block': both('Registrera spärr', 'Record a block'),
  'open-blocked': both('Öppna spärrat', 'Open what is blocked'),
};

export const WAYS: Readonly<Record<AccessWay, Bilingual>> = {
  read: both('läser den', 'reads it'),
  search: both('söker', 'searches'),
  include: both('får den med i en annan sökning', 'gets it along with another search'),
  history: both('läser tidigare versioner', 'reads earlier versions'),
  everything: both('tar ut hela journalen', 'takes out the whole record'),
  count: both('räknar', 'counts'),
  'ask-by-it': both('söker på det', 'searches by it'),
  do: both('gör det', 'does it'),
};

const CONSENTS: Readonly<Record<ConsentGiven, Bilingual | undefined>> = {
  'not-asked': undefined,
  given: both('samtycke givet', 'consent given'),
  refused: both('samtycke nekat', 'consent refused'),
};

const BLOCKS: Readonly<Record<Block, Bilingual | undefined>> = {
  none: undefined,
  blocked: both('spärrat', 'blocked'),
  'first-step': both('första steget taget', 'first step taken'),
  opened: both('öppnat i nödläge', 'opened in an emergency'),
  lifted: both('spärren hävd', 'block lifted'),
};

/** The conditions of a cell in words; empty where there are none. */
export function conditionsOf({ consent, block }: AccessCell): Bilingual {
  const told = [CONSENTS[consent], BLOCKS[block]].filter((each) => each !== undefined);
  return both(told.map(({ sv }) => sv).join(', '), told.map(({ en }) => en).join(', '));
}
