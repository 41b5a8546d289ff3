import type { Monitor } from '../../domain/monitor.ts';
import { viewsDiffer } from './views.ts';

/** The patient sees the own record as those who care see it. */
export const monitor: Monitor = {
  id: 'patients-view',
  kind: 'same',
  sv: 'Patienten ser i sin egen journal detsamma som vården',
  en: 'The patient sees in the own record what those who care see',
  source: 'Västra Götalandsregionen, journal via nätet utan fördröjning',
  follows: ['only-own', 'own-chart', 'nothing-lost'],
  needs: 'views',
  judge: (facts) => viewsDiffer(facts, ({ role }) => role === 'patient'),
};
