import type { Acted, Held } from '../../domain/fact.ts';
import type { Finding, Monitor } from '../../domain/monitor.ts';
import { recordIn, stepOf } from '../record.ts';

/** The share of a kind's sendings that must have reached somebody for it to be a kind that is delivered at all. */
const DELIVERED_KIND = 0.5;

/** What is addressed to a unit comes to that unit's list, and to nobody else's. */
export const monitor: Monitor = {
  id: 'delivered',
  kind: 'to-whom',
  sv: 'Det som är ställt till en enhet kommer till den enheten och till ingen annan',
  en: 'What is addressed to a unit reaches that unit and nobody else',
  source: 'USA:s veteransjukvård 2022, över 11 000 beställningar i en okänd kö (oversight.gov)',
  follows: ['own-chart', 'nothing-lost'],
  needs: 'record',
  judge(facts) {
    const { last, writes } = recordIn(facts);
    const deliveries = new Map<string, Held[]>();
    for (const [id, held] of last) {
      // What somebody wrote at a step, as a label for an order, is addressed by itself and delivers nothing.
      if (held.what !== 'Task' || held.owners.length === 0 || writes.has(id)) continue;
      for (const link of held.links) {
        const own = deliveries.get(link);
        if (own === undefined) deliveries.set(link, [held]);
        else own.push(held);
      }
    }
    const sent = [...writes.values()].flatMap(([act]) =>
      act?.interaction === 'made' && act.receivers.length > 0 && last.has(act.id) ? [act] : [],
    );
    const findings: Finding[] = sent
      .filter((act) => !isAddressedAsSent(act, last.get(act.id)))
      .map((act) => ({
        ...stepOf(act),
        component: componentOf(act),
        cause: `${act.what} misaddressed`,
        expected: 'Det står som ställt till den enhet som det skickades till.',
        observed: 'Det står som ställt till en annan enhet, eller till ingen.',
        reference: act.id,
      }));
    let lookedAt = sent.length;
    for (const [, acts] of Map.groupBy(sent, ({ kind, what }) => `${kind} ${what}`)) {
      const reached = acts.filter(({ id }) => deliveries.has(id)).length;
      if (reached === 0 || reached / acts.length < DELIVERED_KIND) continue;
      for (const act of acts) {
        lookedAt += 1;
        const to = deliveries.get(act.id) ?? [];
        const owners = new Set(to.flatMap((task) => task.owners));
        const missing = act.receivers.filter((receiver) => !owners.has(receiver));
        const wrong = to.find((task) => task.owners.some((owner) => !act.receivers.includes(owner)));
        if (missing.length === 0 && wrong === undefined) continue;
        findings.push({
          ...stepOf(act),
          component: componentOf(act),
          cause: `${act.what} ${missing.length > 0 && wrong === undefined ? 'undelivered' : 'misdelivered'}`,
          expected: 'Det kommer till den enhet som det är ställt till, och till ingen annan.',
          observed:
            wrong === undefined
              ? 'Det kom inte till enheten.'
              : 'Det kom till en annan enhet än den som det är ställt till.',
          reference: wrong?.id ?? act.id,
        });
      }
    }
    return { lookedAt, findings };
  },
};

const componentOf = ({ what }: Acted): 'laboratory' | 'message' =>
  what === 'ServiceRequest' ? 'laboratory' : 'message';

const isAddressedAsSent = ({ receivers }: Acted, held: Held | undefined): boolean =>
  held === undefined || receivers.every((receiver) => held.owners.includes(receiver));
