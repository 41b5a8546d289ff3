import type { Finding, Monitor } from '../../domain/monitor.ts';
import { recordIn, stepOf } from '../record.ts';

/** What was written for one patient is about that patient, wherever it turns up. */
export const monitor: Monitor = {
  id: 'own-chart',
  kind: 'whose',
  sv: 'Det som skrivs för en patient står i den patientens journal och i ingen annans',
  en: 'What is written for one patient is in that patient’s chart and in nobody else’s',
  source: 'Södra Älvsborgs sjukhus november 2024, mätvärden på fel patient (Dagens Nyheter)',
  needs: 'record',
  judge(facts) {
    const { last, writes, byToken } = recordIn(facts);
    const findings: Finding[] = [];
    let lookedAt = 0;
    const patients = new Set(facts.acted.map(({ patient }) => patient));
    for (const held of last.values()) {
      const own = writes.get(held.id)?.[0] ?? held.tokens.flatMap((token) => byToken.get(token) ?? [])[0];
      const follows = held.links.flatMap((link) => writes.get(link)?.[0] ?? [])[0];
      const from = own ?? follows;
      if (from === undefined || held.about === undefined) continue;
      lookedAt += 1;
      if (held.about === from.patient) continue;
      const whose = patients.has(held.about) ? 'en annan av körningens patienter' : 'en annan patient';
      findings.push({
        ...stepOf(from),
        component: held.component,
        cause: `${held.what} ${own === undefined ? 'follows' : writes.has(held.id) ? 'moved' : 'copied'}`,
        expected: `${held.what} är om patienten som steget gällde.`,
        observed: `${held.what} står hos ${whose}.`,
        reference: held.id,
      });
    }
    return { lookedAt, findings };
  },
};
