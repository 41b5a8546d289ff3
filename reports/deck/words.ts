import type { DeckCategory, DeckWay, Strength } from '../../domain/deck-evidence.ts';
import { type Bilingual, both } from '../../pages/bilingual.ts';
import type { HarmlessSaid, HarmSaid } from './measure-deck.ts';

/** How a deck and what came of it read to people. */

export const WAYS: Readonly<Record<DeckWay, Bilingual>> = {
  'cds-hooks': both('CDS Hooks', 'CDS Hooks'),
  api: both('ordination genom api', 'ordering through the api'),
  page: both('ordination på sidan', 'ordering on the page'),
};

export const STRENGTHS: Readonly<Record<Strength, Bilingual>> = {
  stop: both('stopp', 'stop'),
  warn: both('varning', 'warning'),
  info: both('upplysning', 'information'),
};

export const CATEGORIES: Readonly<Record<DeckCategory, Bilingual>> = {
  allergy: both('Överkänslighet', 'Allergy'),
  'cross-allergy': both('Korsallergi', 'Cross-allergy'),
  interaction: both('Interaktion', 'Interaction'),
  duplicate: both('Dubbelordination', 'Duplicate'),
  dose: both('Dos', 'Dose'),
  age: both('Ålder', 'Age'),
  kidney: both('Njurfunktion', 'Kidney function'),
  laboratory: both('Provsvar', 'Laboratory'),
  pregnancy: both('Graviditet', 'Pregnancy'),
  qt: both('QT-tid', 'QT interval'),
  sepsis: both('Sepsis', 'Sepsis'),
  news2: both('NEWS2', 'NEWS2'),
  'critical-laboratory': both('Kritiskt provsvar', 'Critical answer'),
};

export const SAID: Readonly<Record<HarmSaid | HarmlessSaid, Bilingual>> = {
  right: both('rätt styrka', 'right strength'),
  weaker: both('svagare än väntat', 'weaker than expected'),
  stronger: both('starkare än väntat', 'stronger than expected'),
  untold: both('hittad, styrkan syns inte', 'found, strength not shown'),
  otherwise: both('annat skäl', 'another reason'),
  missed: both('missad', 'missed'),
  quiet: both('lämnad i fred', 'left alone'),
  alarmed: both('störd', 'disturbed'),
  'not-covered': both('ej prövat', 'not covered'),
  unknown: both('går inte att säga', 'cannot be told'),
  error: both('systemet svarade inte som det ska', 'the system did not answer as it should'),
};
