import type { Finding, Monitor } from '../../domain/monitor.ts';
import { recordIn, sortOf, stepOf } from '../record.ts';

/** What a system itself makes of what was written comes once: one place on a list, one warning, one result. */
export const monitor: Monitor = {
  id: 'one-follow-up',
  kind: 'how-many',
  sv: 'Det som följer av ett steg kommer en gång: en plats på en lista, en varning, ett svar',
  en: 'What follows from a step comes once: one place on a list, one warning, one answer',
  source: 'Antagande; USA:s veteransjukvård, dubbla och förlorade beställningar (oversight.gov)',
  follows: ['no-doubles', 'own-chart'],
  needs: 'record',
  judge(facts) {
    const { last, writes, byToken } = recordIn(facts);
    const follows = [...last.values()].flatMap((held) => {
      if (held.tokens.length > 0 && held.what !== 'DiagnosticReport') return [];
      return held.links
        .filter((link) => link.split('/')[0] !== 'Encounter' && !isOwnResult(held.what, link))
        .flatMap((link) => {
          const [act] = writes.get(link) ?? [];
          return act === undefined || writes.get(held.id)?.[0]?.id === link ? [] : [{ held, act, link }];
        });
    });
    const groups = Map.groupBy(
      follows,
      ({ held, link }) => `${link} ${sortOf(held)} ${held.owners.join()} ${held.content.severity ?? ''}`,
    );
    const findings: Finding[] = [];
    for (const [first, ...more] of groups.values()) {
      if (first === undefined) continue;
      for (const { held, act } of more) {
        findings.push({
          ...stepOf(held.tokens.flatMap((token) => byToken.get(token) ?? [])[0] ?? act),
          component: held.component,
          cause: `${held.what} repeated`,
          expected: `${held.what} följer en gång av ${act.what}.`,
          observed: `${more.length + 1} ${held.what} följer av samma ${act.what}.`,
          reference: held.id,
        });
      }
    }
    return { lookedAt: groups.size, findings };
  },
};

/** A report names its result; both answer the same order. */
const isOwnResult = (what: string, link: string): boolean =>
  what === 'DiagnosticReport' && link.startsWith('Observation/');
