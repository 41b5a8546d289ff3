import type { Monitor } from '../../domain/monitor.ts';

/** Two who change the same thing at once, and one who sends the same twice. */
export const monitor: Monitor = {
  id: 'two-at-once',
  kind: 'together',
  sv: 'Två som ändrar samtidigt får båda in sitt eller ett klart nej, och det som skickas två gånger sparas en',
  en: 'Two who change at once both get their work in or a clear no, and what is sent twice is kept once',
  source:
    'Antagande; FHIR R4, "Managing Resource Contention" och "Conditional create" (hl7.org/fhir/R4/http.html)',
  follows: ['own-chart', 'nothing-lost'],
  needs: 'writes',
  judge: ({ tried }) => {
    const judged = tried.filter(
      ({ about, outcome }) => (about === 'two-at-once' || about === 'sent-twice') && outcome !== 'unclear',
    );
    return {
      lookedAt: judged.length,
      findings: judged.flatMap(({ outcome, probe, sv, expected, observed, kind, instance, reference }) =>
        outcome === 'as-it-must'
          ? []
          : [
              {
                component: 'api' as const,
                ...{ kind, instance, reference },
                cause: probe,
                expected: `${sv}: ${expected}`,
                observed,
              },
            ],
      ),
    };
  },
};
