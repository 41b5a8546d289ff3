import type { Monitor } from '../../domain/monitor.ts';

/** Of somebody and something that never was, a system says no. One that always says yes shows nothing. */
export const monitor: Monitor = {
  id: 'no-for-nobody',
  kind: 'answers',
  sv: 'På frågor om den och det som aldrig funnits svarar systemet nej',
  en: 'Asked about who and what never was, the system says no',
  source: 'assumption',
  needs: 'answers',
  judge: ({ tried }) => {
    const decoys = tried.filter(({ about, outcome }) => about === 'decoy' && outcome !== 'unclear');
    return {
      lookedAt: decoys.length,
      findings: decoys.flatMap(({ outcome, probe, sv, expected, observed }) =>
        outcome === 'as-it-must'
          ? []
          : [{ component: 'api' as const, cause: probe, expected: `${sv}: ${expected}`, observed }],
      ),
    };
  },
};
