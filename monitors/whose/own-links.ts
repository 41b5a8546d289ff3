import type { Finding, Monitor } from '../../domain/monitor.ts';
import { recordIn, stepOf } from '../record.ts';

/** What a thing names is about the same patient: a specimen and its order, a warning and its measurements. */
export const monitor: Monitor = {
  id: 'own-links',
  kind: 'whose',
  sv: 'Det som en uppgift hänvisar till gäller samma patient: provet och dess beställning, varningen och dess mätvärden',
  en: 'What a thing refers to is about the same patient: a specimen and its order, a warning and its measurements',
  source: 'assumption',
  follows: ['own-chart', 'exact-copy'],
  needs: 'record',
  judge(facts) {
    const { last, writes, byToken } = recordIn(facts);
    const findings: Finding[] = [];
    let lookedAt = 0;
    for (const held of last.values()) {
      const own = writes.get(held.id)?.[0] ?? held.tokens.flatMap((token) => byToken.get(token) ?? [])[0];
      if (held.about === undefined || (own !== undefined && own.patient !== held.about)) continue;
      for (const link of held.links) {
        const [act] = writes.get(link) ?? [];
        if (act === undefined) continue;
        lookedAt += 1;
        if (act.patient === held.about) continue;
        findings.push({
          ...stepOf(own ?? act),
          component: held.component,
          cause: `${held.what} names another’s ${act.what}`,
          expected: `${held.what} hänvisar till patientens egen ${act.what}.`,
          observed: `Den hänvisar till en annan patients ${act.what}.`,
          reference: held.id,
        });
      }
    }
    return { lookedAt, findings };
  },
};
