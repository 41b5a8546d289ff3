import type { Held } from '../../domain/fact.ts';
import type { Finding, Monitor } from '../../domain/monitor.ts';
import { recordIn, stepOf } from '../record.ts';

/** A moment told to the millisecond: two things that say the same moment and all else are one thing twice. */
const A_MOMENT = /T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** What says all that a step wrote, in a chart of somebody else, is a copy, whoever is said to have made it. */
export const monitor: Monitor = {
  id: 'exact-copy',
  kind: 'whose',
  sv: 'Ingen annans journal har en kopia av det som skrivits',
  en: 'Nobody else’s chart has a copy of what was written',
  source: 'assumption',
  needs: 'record',
  judge(facts) {
    const { last, writes } = recordIn(facts);
    // Few things were ever written in the same millisecond: only those are compared in all that they say.
    const sameMoment = Map.groupBy(last.values(), ({ what, content }) => {
      const moment = Object.values(content).find((value) => A_MOMENT.test(value));
      return moment === undefined ? undefined : `${what} ${moment}`;
    });
    const copies = [...sameMoment].flatMap(([moment, group]) =>
      moment === undefined || group.length === 1
        ? []
        : [...Map.groupBy(group, ({ content }) => JSON.stringify(Object.entries(content).sort())).values()],
    );
    const findings: Finding[] = [];
    for (const group of copies) {
      const original = group.find(({ id }) => writes.has(id));
      const [act] = original === undefined ? [] : (writes.get(original.id) ?? []);
      if (original === undefined || act === undefined) continue;
      for (const other of group.filter((each) => isCopy(each, original))) {
        findings.push({
          ...stepOf(act),
          component: other.component,
          cause: `${other.what} copy`,
          expected: `${other.what} står bara hos patienten som steget gällde.`,
          observed: `En likadan ${other.what} står hos en annan patient.`,
          reference: other.id,
        });
      }
    }
    return { lookedAt: facts.acted.length, findings };
  },
};

/** What carries a token is judged by it. */
const isCopy = (each: Held, original: Held): boolean =>
  each.id !== original.id && each.about !== original.about && each.tokens.length === 0;
