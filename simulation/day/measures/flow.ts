import type { Measure } from './measure.ts';

/** How many came to the emergency department, and what became of them. */
export const flow = (): Measure[] => [
  count(
    'arrived',
    'Kom till akuten',
    'Came to the emergency department',
    ({ seen }) => seen.visits.filter(({ fromCensus }) => !fromCensus).length,
  ),
  count(
    'discharged',
    'Gick hem från akuten',
    'Went home from the emergency department',
    ({ seen }) => seen.visits.filter(({ outcome }) => outcome === 'discharged').length,
  ),
  count(
    'admitted',
    'Lades in från akuten',
    'Were admitted from the emergency department',
    ({ seen }) => seen.visits.filter(({ outcome }) => outcome === 'admitted').length,
  ),
  count(
    'present',
    'Är kvar på akuten vid dygnets slut',
    'Are still there when the day ends',
    ({ seen }) => seen.present.level,
  ),
  count('back-entries', 'Efterregistreringar gjorda', 'Back-entries done', ({ seen }) => seen.backEntries),
];

const count = (id: string, sv: string, en: string, read: Measure['read']): Measure => ({
  id: `flow/${id}`,
  group: 'flow',
  unit: 'count',
  sv,
  en,
  read,
});
