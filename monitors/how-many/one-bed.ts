import type { Finding, Monitor } from '../../domain/monitor.ts';
import { recordIn, stepOf } from '../record.ts';

/** Nobody lies in a bed where somebody else lies. */
export const monitor: Monitor = {
  id: 'one-bed',
  kind: 'how-many',
  sv: 'Två patienter ligger inte på samma vårdplats',
  en: 'Two patients are not in the same bed',
  source: 'assumption',
  needs: 'record',
  judge(facts) {
    const { last, writes } = recordIn(facts);
    const stays = [...last.values()].flatMap((held) => {
      const bed = held.content['location[0].location.reference'];
      const isThere = held.what === 'Encounter' && held.content.status === 'in-progress';
      const [act] = writes.get(held.id) ?? [];
      // Others of the day may move while they are looked at.
      return isThere && bed !== undefined && act !== undefined ? [{ held, bed, act }] : [];
    });
    const findings: Finding[] = [];
    for (const [bed, [first, ...others]] of Map.groupBy(stays, (stay) => stay.bed)) {
      for (const { held, act } of others) {
        if (held.about === first?.held.about) continue;
        findings.push({
          ...stepOf(act),
          component: 'api',
          cause: 'bed shared',
          expected: 'En vårdplats har en patient.',
          observed: 'Två patienter har samma vårdplats.',
          reference: bed,
        });
      }
    }
    return { lookedAt: stays.length, findings };
  },
};
