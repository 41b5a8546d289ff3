import type { LabNote } from './lab-evidence.ts';

/** What a kind of observer's note is called. */
export const NOTE_TEXTS: Readonly<Record<LabNote['kind'], { readonly sv: string; readonly en: string }>> = {
  friction: { sv: 'trögt', en: 'friction' },
  workaround: { sv: 'genväg', en: 'workaround' },
  communication: { sv: 'samtal', en: 'communication' },
  safety: { sv: 'risk', en: 'risk' },
  good: { sv: 'bra', en: 'good' },
  'wrong-patient': { sv: 'fel patient', en: 'wrong patient' },
  'wrong-drug': { sv: 'fel läkemedel', en: 'wrong drug' },
  'wrong-dose': { sv: 'fel dos', en: 'wrong dose' },
  'missed-alarm': { sv: 'missat larm', en: 'missed alarm' },
};
