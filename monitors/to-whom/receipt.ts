import type { Finding, Monitor } from '../../domain/monitor.ts';
import { recordIn, stepOf } from '../record.ts';

/** Whoever sent something sees that it was received exactly when somebody has received it. */
export const monitor: Monitor = {
  id: 'receipt',
  kind: 'to-whom',
  sv: 'Avsändaren ser en kvittens när någon har kvitterat, och bara då',
  en: 'The sender sees a receipt when somebody has acknowledged, and only then',
  source: 'Helseplattformen i Norge, brev som avsändaren såg som skickade kom inte fram (NRK, VG)',
  needs: 'record',
  judge(facts) {
    const { last, writes } = recordIn(facts);
    const entries = Map.groupBy(
      [...last.values()].filter(({ what }) => what === 'Task'),
      ({ links }) => links.find((link) => link.startsWith('Communication/')),
    );
    const findings: Finding[] = [];
    let lookedAt = 0;
    for (const [message, tasks] of entries) {
      const sent = last.get(message ?? '');
      const [act] = writes.get(message ?? '') ?? [];
      if (sent === undefined || act === undefined) continue;
      lookedAt += 1;
      const taken = tasks.some(({ content }) => content.status === 'completed');
      const told = sent.content.received !== undefined;
      if (taken === told) continue;
      findings.push({
        ...stepOf(act),
        component: 'message',
        cause: taken ? 'receipt missing' : 'receipt without receiver',
        expected: taken
          ? 'Avsändaren ser att meddelandet är mottaget.'
          : 'Meddelandet står inte som mottaget.',
        observed: taken
          ? 'Mottagaren har kvitterat, men meddelandet står som inte mottaget.'
          : 'Meddelandet står som mottaget fast ingen har kvitterat det.',
        reference: sent.id,
      });
    }
    return { lookedAt, findings };
  },
};
