import type { Held } from '../../domain/fact.ts';
import type { Finding, Monitor } from '../../domain/monitor.ts';
import { recordIn, sortOf } from '../record.ts';

/** What a system makes for so large a part of the patients it makes by itself. */
const OWN_HABIT = 0.2;

/** Nothing stands in a chart that nobody wrote and that comes of nothing that was written. */
export const monitor: Monitor = {
  id: 'nothing-unasked',
  kind: 'how-many',
  sv: 'I journalerna står inget som ingen har skrivit och som inte följer av något',
  en: 'Nothing stands in the charts that nobody wrote and that comes of nothing',
  source: 'assumption',
  follows: ['own-chart', 'exact-copy', 'no-doubles'],
  needs: 'record',
  judge(facts) {
    const { last, writes } = recordIn(facts);
    const patients = new Map(facts.acted.map((act) => [act.patient, act]));
    // Where a driver marks nothing, nothing is known of who wrote what.
    const marked = [...last.values()].some(({ tokens }) => tokens.length > 0);
    const comesOf = comesOfSomething(last, (id) => writes.has(id));
    const own = [...last.values()].filter(
      ({ about }) => about !== undefined && patients.has(about) && !facts.byHand.has(about),
    );
    const unasked = marked
      ? own.filter((held) => held.tokens.length === 0 && !writes.has(held.id) && !comesOf(held))
      : [];
    const findings: Finding[] = [];
    for (const group of Map.groupBy(unasked, sortOf).values()) {
      const having = new Set(group.map(({ about }) => about)).size;
      if (patients.size >= FEW && having / patients.size >= OWN_HABIT) continue;
      for (const held of group) {
        findings.push({
          component: held.component,
          instance: patients.get(held.about ?? '')?.instance,
          cause: `${held.what} unasked`,
          expected: `Varje ${held.what} i patientens journal är skriven av någon i körningen eller följer av något skrivet.`,
          observed: 'En står där som ingen har skrivit.',
          reference: held.id,
        });
      }
    }
    return { lookedAt: marked ? own.length : 0, findings };
  },
};

/** With fewer patients than this a system's habit cannot be told from a fault: each is told. */
const FEW = 10;

/** Whether something names what a step wrote, or what in its turn does. */
function comesOfSomething(
  last: ReadonlyMap<string, Held>,
  isWritten: (id: string) => boolean,
): (held: Held) => boolean {
  const comes = (held: Held, seen: ReadonlySet<string>): boolean =>
    held.links.some((link) => {
      if (isWritten(link)) return true;
      const next = last.get(link);
      return (
        next !== undefined &&
        !seen.has(link) &&
        (next.tokens.length > 0 || comes(next, new Set([...seen, link])))
      );
    });
  return (held) => comes(held, new Set([held.id]));
}
