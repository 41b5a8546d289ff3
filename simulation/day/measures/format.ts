import type { Bilingual } from '../../../pages/bilingual.ts';
import type { Group, Unit } from './measure.ts';

/** A figure with the decimals that its unit bears, in Swedish or English. */
export function figure(value: number, unit: Unit, language: keyof Bilingual, signed = false): string {
  if (Number.isNaN(value)) return '–';
  if (!Number.isFinite(value)) return '∞';
  const number = new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
    style: unit === 'share' ? 'percent' : 'decimal',
    maximumFractionDigits: 1,
    minimumFractionDigits: 1,
    signDisplay: signed ? 'exceptZero' : 'auto',
  });
  return number.format(value);
}

/** A change with its sign; of shares in percentage points. */
export function change(value: number, halfWidth: number, unit: Unit, language: keyof Bilingual): string {
  if (unit !== 'share')
    return `${figure(value, unit, language, true)} ± ${figure(halfWidth, unit, language)}`;
  const points = { sv: 'procentenheter', en: 'percentage points' }[language];
  return `${figure(100 * value, 'count', language, true)} ± ${figure(100 * halfWidth, 'count', language)} ${points}`;
}

/** What each table is called, and what its figures are. */
export const GROUP_TEXTS: Readonly<Record<Group, Bilingual>> = {
  waits: { sv: 'Väntan på akuten, minuter', en: 'Waits at the emergency department, minutes' },
  limits: { sv: 'Andel inom gränserna', en: 'Share within limits' },
  stay: { sv: 'Vistelsetid på akuten, minuter', en: 'Length of stay at the emergency department, minutes' },
  flow: { sv: 'Patienter på akuten', en: 'Patients at the emergency department' },
  queues: { sv: 'Väntar på personal, medeltal över dygnet', en: 'Waiting for staff, mean over the day' },
  beds: { sv: 'Upptagna platser, medeltal över dygnet', en: 'Places taken, mean over the day' },
  staff: { sv: 'Andel av arbetstiden i arbete', en: 'Share of working time at work' },
  overtime: { sv: 'Övertid, minuter', en: 'Overtime, minutes' },
  'hand-overs': {
    sv: 'Överlämningar vid passbyten, antal och minuter',
    en: 'Hand-overs at changes of shifts, count and minutes',
  },
};
