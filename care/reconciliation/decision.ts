/** What becomes of a drug that the patient takes at home, when it is gone through at admission. */
export const DECISIONS = {
  keep: { sv: 'behållas', status: 'active', shown: 'Behålls', form: 'Behåll hemläkemedel' },
  pause: { sv: 'pausas', status: 'on-hold', shown: 'Pausat', form: 'Pausa hemläkemedel' },
  stop: { sv: 'sättas ut', status: 'stopped', shown: 'Utsatt', form: 'Sätt ut hemläkemedel' },
} as const;
export type Decision = keyof typeof DECISIONS;
