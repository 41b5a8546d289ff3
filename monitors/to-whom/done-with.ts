import type { Finding, Monitor } from '../../domain/monitor.ts';
import { recordIn, stepOf } from '../record.ts';

/** What has been answered stands on nobody's list of what is left to do. */
export const monitor: Monitor = {
  id: 'done-with',
  kind: 'to-whom',
  sv: 'Det som är besvarat står inte kvar på någons arbetslista',
  en: 'What has been answered is left on nobody’s worklist',
  source: 'assumption',
  follows: ['nothing-lost'],
  needs: 'record',
  judge(facts) {
    const { last, writes } = recordIn(facts);
    const answered = new Set(
      [...last.values()].flatMap(({ what, links }) =>
        what === 'DiagnosticReport' ? links.filter(isOrder) : [],
      ),
    );
    const findings: Finding[] = [];
    let lookedAt = 0;
    for (const held of last.values()) {
      const order = held.what === 'Task' ? held.links.find((link) => answered.has(link)) : undefined;
      const [act] = order === undefined ? [] : (writes.get(order) ?? []);
      if (act === undefined || held.tokens.length > 0) continue;
      lookedAt += 1;
      if (held.content.status !== 'requested') continue;
      findings.push({
        ...stepOf(act),
        component: 'laboratory',
        cause: 'answered on worklist',
        expected: 'En besvarad beställning är klar på arbetslistan.',
        observed: 'Den står kvar som ogjord.',
        reference: held.id,
      });
    }
    return { lookedAt, findings };
  },
};

/** An answer also names the stay and the specimen, of which other orders may be left. */
const isOrder = (link: string): boolean => link.startsWith('ServiceRequest/');
