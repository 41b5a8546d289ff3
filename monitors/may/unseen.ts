import type { Monitor } from '../../domain/monitor.ts';
import { recordIn } from '../record.ts';

/** What a reader must not see is not shown, however it is asked for. */
export const monitor: Monitor = {
  id: 'unseen',
  kind: 'may',
  sv: 'Den som inte får läsa en uppgift ser den inte, på något sätt att fråga',
  en: 'Who must not read a thing does not see it, in any way of asking',
  source:
    'Patientdatalagen (2008:355), 4 kap. 1–2 §§; lag (2022:913) om sammanhållen vård- och omsorgsdokumentation',
  needs: 'views',
  judge(facts) {
    const { writes } = recordIn(facts);
    const barred = facts.looked.filter(({ entitled }) => !entitled);
    return {
      lookedAt: barred.length,
      findings: barred.flatMap(({ shown: [first, ...more], reader, role, what, view, instance }) => {
        if (first === undefined) return [];
        const [act] = writes.get(first.id) ?? [];
        return [
          {
            component: 'access' as const,
            kind: act?.kind,
            instance: instance ?? act?.instance,
            cause: `${what} ${role ?? reader} ${view}`,
            expected: `${reader} ser inget av ${what}.`,
            observed: `${more.length + 1} visas.`,
            reference: first.id,
          },
        ];
      }),
    };
  },
};
