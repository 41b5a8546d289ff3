import type { Finding, Monitor } from '../../domain/monitor.ts';
import { recordIn, stepOf } from '../record.ts';

/** What a step wrote and nobody has touched since is the same version when the day is over. */
export const monitor: Monitor = {
  id: 'versions',
  kind: 'what',
  sv: 'En uppgift har så många versioner som den har skrivits gånger',
  en: 'A thing has as many versions as it was written times',
  source: 'assumption',
  follows: ['own-chart', 'nothing-lost', 'as-written'],
  needs: 'record',
  judge(facts) {
    const { last, writes } = recordIn(facts);
    const counted = facts.held.some(({ version }) => version !== undefined && /^\d+$/.test(version));
    const findings: Finding[] = [];
    let lookedAt = 0;
    for (const [id, acts] of counted ? writes : []) {
      const held = last.get(id);
      const [act] = acts;
      const known = new Set(acts.map(({ token }) => token));
      if (act === undefined || held?.version === undefined || act.interaction !== 'made') continue;
      if (act.passedOn === true || held.tokens.some((token) => !known.has(token))) continue;
      lookedAt += 1;
      if (Number(held.version) >= acts.length) continue;
      findings.push({
        ...stepOf(act),
        component: 'api',
        cause: `${act.what} version lost`,
        expected: `${act.what} har minst ${acts.length} versioner, en för varje gång den skrevs.`,
        observed: `Den har ${held.version}.`,
        reference: id,
      });
    }
    return { lookedAt, findings };
  },
};
