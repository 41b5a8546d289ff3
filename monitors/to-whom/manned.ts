import type { Held } from '../../domain/fact.ts';
import type { Finding, Monitor } from '../../domain/monitor.ts';
import { HOUR } from '../../domain/time.ts';
import { recordIn, stepOf } from '../record.ts';

/** So long a notice may wait in an inbox from which nobody has ever taken anything: a working day and its night (assumption). */
const LIMIT = 24 * HOUR;

/** What is sent to an inbox does not wait there where nobody minds it. */
export const monitor: Monitor = {
  id: 'manned',
  kind: 'to-whom',
  sv: 'Det som väntar i en inkorg väntar där någon tar emot',
  en: 'What waits in an inbox waits where somebody minds it',
  source:
    'Helseplattformen i Norge, kommunala meddelandelistor som ingen bevakade, omkring 240 patienter (Trondheim24)',
  follows: ['delivered'],
  needs: 'record',
  judge(facts) {
    const { last, writes } = recordIn(facts);
    const waiting = [...last.values()].flatMap((held) => {
      const act = [held.id, ...held.links].flatMap((id) => writes.get(id) ?? [])[0];
      return held.what === 'Task' && held.owners.length > 0 && act?.component === 'message'
        ? [{ held, act }]
        : [];
    });
    const minded = new Set(waiting.flatMap(({ held }) => (isTaken(held) ? held.owners : [])));
    const findings: Finding[] = waiting
      .filter(({ held, act }) => isWaiting(held) && held.seenAt - act.at > LIMIT)
      .filter(({ held }) => !held.owners.some((owner) => minded.has(owner)))
      .map(({ held, act }) => ({
        ...stepOf(act),
        component: 'message',
        cause: `inbox of ${held.owners.join()} unmanned`,
        expected: 'Någon tar emot det som kommer till inkorgen.',
        observed: 'Det har väntat mer än ett dygn i en inkorg som ingen har tagit emot något ur.',
        reference: held.id,
      }));
    return { lookedAt: waiting.length, findings };
  },
};

const isWaiting = ({ content }: Held): boolean => content.status === 'requested';
const isTaken = ({ content }: Held): boolean =>
  content.status === 'completed' || content.status === 'accepted';
