import type { Acted, Held } from '../../domain/fact.ts';
import type { Finding, Monitor } from '../../domain/monitor.ts';
import { CLOCKS_APART } from '../../domain/time.ts';
import { recordIn, stepOf } from '../record.ts';

/** Times that the system itself sets lie between when something was sent and when it was seen. */
export const monitor: Monitor = {
  id: 'in-time',
  kind: 'when',
  sv: 'Systemets egna tider stämmer: ingenting är skrivet innan det skickades eller efter att det sågs',
  en: 'The system’s own times are right: nothing is written before it was sent or after it was seen',
  source: 'Antagande; IHE Consistent Time håller klockor inom en sekund',
  needs: 'record',
  judge(facts) {
    const { writes } = recordIn(facts);
    const { clockAhead } = facts;
    const findings: Finding[] = [];
    const told = new Set<string>();
    let lookedAt = 0;
    for (const held of facts.held) {
      const own = writes.get(held.id)?.[0];
      const act = own ?? causeOf(held, writes);
      if (act === undefined) continue;
      const from = act.sentAt + clockAhead - CLOCKS_APART;
      const to = held.seenAt + clockAhead + CLOCKS_APART;
      const times = [
        ...(held.updatedAt === undefined ? [] : [['senast ändrad', held.updatedAt] as const]),
        ...SYSTEMS_OWN.flatMap((path) => {
          const text = own !== undefined && path in own.content ? undefined : held.content[path];
          return text === undefined ? [] : [[path, Date.parse(text)] as const];
        }),
      ];
      for (const [name, time] of times) {
        lookedAt += 1;
        if ((time >= from && time <= to) || told.has(`${held.id} ${name}`)) continue;
        told.add(`${held.id} ${name}`);
        findings.push({
          ...stepOf(act),
          component: 'time',
          within: held.component,
          cause: `${held.what} ${name}`,
          expected: `Tiden (${name}) ligger mellan när det skickades och när det sågs.`,
          observed: `Den ligger ${apart(time < from ? from - time : time - to)} ${time < from ? 'före' : 'efter'}.`,
          reference: held.id,
        });
      }
    }
    return { lookedAt, findings };
  },
};

/**
 * What it came of: the first that it names. An answer comes after all that it names: the order, and the specimen that was
 * taken after that.
 */
function causeOf(
  { what, links, component }: Held,
  writes: ReadonlyMap<string, readonly Acted[]>,
): Acted | undefined {
  const causes = links.flatMap((link) => writes.get(link)?.[0] ?? []);
  if (component !== 'laboratory' || what === 'Task') return causes[0];
  return causes
    .filter(({ passedOn }) => passedOn === undefined)
    .reduce<Acted | undefined>(
      (latest, act) => (latest === undefined || act.sentAt > latest.sentAt ? act : latest),
      undefined,
    );
}

/** Where systems say when they did something themselves. */
const SYSTEMS_OWN = ['authoredOn', 'issued', 'identifiedDateTime', 'received', 'date', 'lastModified'];

const apart = (milliseconds: number): string => `${Math.round(milliseconds / 60_000) + 1} min`;
