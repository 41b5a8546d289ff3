import type { VitalSigns } from '../../domain/news2.ts';
import type { Role } from '../../domain/role.ts';

/** '37,1' */
export const decimal = (value: number): string => String(value).replace('.', ',');

/** '600 mg', '4,1 mmol/L' */
export const amount = (value: number, unit: string): string => `${decimal(value)} ${unit}`;

/** Levels of consciousness as the form words them. */
export const LEVELS: Record<VitalSigns['consciousness'], string> = {
  A: 'A – alert',
  C: 'C – nytillkommen förvirring',
  V: 'V – reagerar på tilltal',
  P: 'P – reagerar på smärta',
  U: 'U – reagerar inte',
};

/** What the pages show where there is nothing to tell. */
const NOTHING = '–';

export const isShown = (cell: string | undefined): boolean =>
  cell !== undefined && cell !== '' && cell !== NOTHING;

/** Which list of drugs each role's page shows; the physician's for all others. */
const MEDICATION_LISTS: Partial<Record<Role, string>> = {
  nurse: 'Utdelningslista',
  'assistant-nurse': 'Utdelningslista',
  'district-nurse': 'Utdelningslista',
  pharmacist: 'Granskningslista',
  patient: 'Mina läkemedel',
};

export const medicationListOf = (role: Role): string => MEDICATION_LISTS[role] ?? 'Läkemedelslista';
