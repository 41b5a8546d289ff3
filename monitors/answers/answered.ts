import type { Finding, Monitor } from '../../domain/monitor.ts';
import { type Milliseconds, SECOND } from '../../domain/time.ts';

/** What nobody waits for; an assumption. */
const AT_MOST: Milliseconds = 8 * SECOND;

/** Every request gets an answer, in time, all day. */
export const monitor: Monitor = {
  id: 'answered',
  kind: 'answers',
  sv: 'Systemet svarar på allt, hela dagen, och ingen väntar längre än 8 sekunder på ett svar',
  en: 'The system answers everything, all day, and nobody waits longer than 8 seconds for an answer',
  source:
    'Södra Älvsborgs sjukhus november 2024, långsamt och stopp (Läkartidningen); 8 sekunder är ett antagande',
  needs: 'answers',
  judge: ({ answered }) => ({
    lookedAt: answered.length,
    findings: answered.flatMap(({ name, status, took, kind, instance }): Finding[] => {
      const about = { component: 'load' as const, kind, instance };
      if (status === 'none') {
        const expected = 'Systemet svarar.';
        return [{ ...about, cause: 'no answer', expected, observed: `Inget svar kom på ${name}.` }];
      }
      if (status !== 'busy' && status >= 500) {
        const expected = 'Systemet svarar utan eget fel.';
        return [
          { ...about, cause: `status ${status}`, expected, observed: `${name} fick svaret ${status}.` },
        ];
      }
      if (took <= AT_MOST) return [];
      const expected = `Svaret kommer inom ${AT_MOST / SECOND} sekunder.`;
      return [
        { ...about, cause: 'slow', expected, observed: `${name} tog ${(took / SECOND).toFixed(1)} s.` },
      ];
    }),
  }),
};
