import { isDenied } from '../../domain/fact.ts';
import type { Monitor } from '../../domain/monitor.ts';
import { recordIn } from '../record.ts';

/** Who may read a thing is never told no, whenever and in whatever way it is asked for. */
export const monitor: Monitor = {
  id: 'let-in',
  kind: 'may',
  sv: 'Den som får läsa en uppgift nekas den aldrig, på något sätt att fråga',
  en: 'Who may read a thing is never refused it, in any way of asking',
  source: 'Antagande; rollernas rätt är ett antagande tills regionen bekräftat den',
  needs: 'views',
  judge(facts) {
    const { writes } = recordIn(facts);
    const entitled = facts.looked.filter(({ entitled, view }) => entitled && view !== 'everything');
    return {
      lookedAt: entitled.length,
      findings: entitled.filter(isDenied).map(({ due: [first] = [], reader, role, what, view, ...look }) => {
        const [act] = first === undefined ? [] : (writes.get(first.id) ?? []);
        return {
          component: 'access' as const,
          kind: act?.kind,
          instance: look.instance ?? act?.instance,
          cause: `${what} ${role ?? reader} ${view} denied`,
          expected: `${reader} får läsa ${what}.`,
          observed: `Systemet svarar nej (${look.refused}).`,
          reference: first?.id,
        };
      }),
    };
  },
};
