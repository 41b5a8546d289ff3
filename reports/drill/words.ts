import type { DrillStops } from '../../domain/drill-evidence.ts';
import { type Bilingual, both } from '../../pages/bilingual.ts';
import type { FormResult } from './measure-drill.ts';

/** How drills read to people. */

export const STOPS: Readonly<Record<DrillStops, Bilingual>> = {
  system: both('hela systemet', 'the whole system'),
  network: both('nätet', 'the network'),
  'sign-in': both('inloggningen', 'sign-in'),
  laboratory: both('laboratoriet', 'the laboratory'),
  failover: both('växling av server', 'failover of the server'),
  'roll-back': both('återgång till det gamla', 'roll-back to the old'),
};

export const WHATS: Readonly<Record<FormResult['what'], Bilingual>> = {
  measurement: both('Puls', 'Pulse'),
  dose: both('Dos', 'Dose'),
  order: both('Beställning', 'Order'),
  answer: both('Provsvar', 'Test result'),
};

export const BECAME: Readonly<Record<FormResult['became'], Bilingual>> = {
  entered: both('infört', 'entered'),
  'not-entered': both('inte infört', 'not entered'),
  unknown: both('ovisst', 'uncertain'),
  void: both('makulerat', 'void'),
};

/** 'papper-3', of 'run/drill/papper-3'. */
export const lastPart = (number: string): string => number.split('/').at(-1) ?? number;

/** So many numbers are named in a row; the evidence has them all. */
const NAMED = 6;

/** The numbers that speak against something; empty where nothing does. */
export const namedNumbers = (numbers: readonly string[]): string =>
  numbers.slice(0, NAMED).map(lastPart).join(', ') + (numbers.length > NAMED ? ' …' : '');
