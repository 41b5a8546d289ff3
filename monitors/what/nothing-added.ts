import type { Finding, Monitor } from '../../domain/monitor.ts';
import { recordIn, stepOf } from '../record.ts';

/** What a system adds by itself it adds to many; what stands in fewer of the same kind than this has come from elsewhere. */
const OWN_HABIT = 0.2;

/** What systems add when something happens to a thing: where it is, that it was received, by whom it was changed. */
const HAPPENS = new Set([
  'location',
  'received',
  'note',
  'lastModified',
  'identifier',
  'statusHistory',
  'extension',
]);

/** Nothing stands in what was written that its writer did not write. */
export const monitor: Monitor = {
  id: 'nothing-added',
  kind: 'what',
  sv: 'I det som skrivs står inget som ingen har skrivit',
  en: 'Nothing stands in what was written that nobody wrote',
  source: 'assumption',
  needs: 'record',
  judge(facts) {
    const { last, writes } = recordIn(facts);
    const findings: Finding[] = [];
    let lookedAt = 0;
    const written = [...writes].flatMap(([id, acts]) => {
      const held = last.get(id);
      const known = new Set(acts.map(({ token }) => token));
      const [act] = acts;
      if (held === undefined || act === undefined || act.passedOn === true) return [];
      if (acts[0]?.interaction !== 'made' || held.tokens.some((token) => !known.has(token))) return [];
      const sent = new Set(acts.flatMap(({ content }) => Object.keys(content).map(nameOf)));
      const added = new Set(
        Object.keys(held.content)
          .map(nameOf)
          .filter((name) => !sent.has(name)),
      );
      return [{ held, act, added }];
    });
    for (const group of Map.groupBy(written, ({ act }) => `${act.what} ${act.kind}`).values()) {
      lookedAt += group.length;
      for (const { held, act, added } of group) {
        for (const name of added) {
          const having = group.filter((each) => each.added.has(name)).length;
          if (HAPPENS.has(name) || having / group.length >= OWN_HABIT) continue;
          findings.push({
            ...stepOf(act),
            component: held.component,
            cause: `${act.what} ${name} added`,
            expected: `${act.what} har bara det som skrevs.`,
            observed: `Där står också ${name}.`,
            reference: held.id,
          });
        }
      }
    }
    return { lookedAt, findings };
  },
};

/** The first part of a path. */
const nameOf = (path: string): string => path.split(/[.[]/)[0] ?? path;
