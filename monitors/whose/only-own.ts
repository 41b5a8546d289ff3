import type { Monitor } from '../../domain/monitor.ts';
import { recordIn } from '../record.ts';

/** In a patient's chart, as anybody reads it, stands nothing that is about somebody else. */
export const monitor: Monitor = {
  id: 'only-own',
  kind: 'whose',
  sv: 'Den som läser en patients journal ser inget om någon annan',
  en: 'Whoever reads a patient’s chart sees nothing about anybody else',
  source: 'Södra Älvsborgs sjukhus november 2024, mätvärden på fel patient (Dagens Nyheter)',
  needs: 'views',
  judge(facts) {
    const { writes } = recordIn(facts);
    const charts = facts.looked.filter(({ others }) => others !== undefined);
    return {
      lookedAt: charts.length,
      findings: charts.flatMap(({ others = [], reader, role, what, view, instance }) => {
        const [first] = others;
        if (first === undefined) return [];
        return [
          {
            // A patient who is shown another's record has been let in where only the own is to be seen.
            component: role === 'patient' ? ('access' as const) : ('api' as const),
            kind: writes.get(first)?.[0]?.kind,
            instance,
            cause: `${what} of another`,
            expected: `${reader} ser bara patientens egna uppgifter (${what}, ${view}).`,
            observed: `${others.length} är om någon annan.`,
            reference: first,
          },
        ];
      }),
    };
  },
};
