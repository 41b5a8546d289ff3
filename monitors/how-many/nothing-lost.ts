import type { Finding, Monitor } from '../../domain/monitor.ts';
import { recordIn, stepOf } from '../record.ts';

/** What was acknowledged is there, soon after the flow and when the day is over. */
export const monitor: Monitor = {
  id: 'nothing-lost',
  kind: 'how-many',
  sv: 'Inget som systemet har kvitterat försvinner',
  en: 'Nothing that the system has acknowledged is lost',
  source: 'Helseplattformen i Norge, 16 438 brev kom inte fram (NRK)',
  follows: ['own-chart'],
  needs: 'record',
  judge(facts) {
    const { writes } = recordIn(facts);
    const findings: Finding[] = [];
    const told = new Set<string>();
    let lookedAt = 0;
    for (const { view, shown, due, round } of facts.looked) {
      if (view !== 'everything' || due === undefined) continue;
      const there = new Set(shown.map(({ id }) => id));
      lookedAt += due.length;
      for (const { id } of due) {
        const [act] = writes.get(id) ?? [];
        if (there.has(id) || act === undefined || told.has(id)) continue;
        told.add(id);
        const late = facts.held.some((held) => held.id === id);
        findings.push({
          ...stepOf(act),
          component: act.component,
          cause: `${act.what} ${late ? (round === 'day-end' ? 'vanished' : 'late') : 'lost'}`,
          expected: `${act.what} som kvitterades finns i patientens journal inom 5 sekunder, och finns kvar.`,
          observed: late
            ? round === 'day-end'
              ? 'Den fanns när flödet hade slutat men är borta när dagen är slut.'
              : 'Den fanns inte när flödet hade slutat; den kom senare.'
            : 'Den finns inte.',
          reference: id,
        });
      }
    }
    return { lookedAt, findings };
  },
};
