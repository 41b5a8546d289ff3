import type { Held } from '../../domain/fact.ts';
import type { Finding, Monitor } from '../../domain/monitor.ts';
import { recordIn, sortOf, stepOf } from '../record.ts';

/** One act, one record: nothing that a step made once is there twice in the patient's own chart. */
export const monitor: Monitor = {
  id: 'no-doubles',
  kind: 'how-many',
  sv: 'Det som görs en gång står en gång',
  en: 'What is done once is there once',
  source: 'Antagande; dubbla ordinationer efter byte av journalsystem, USA:s veteransjukvård (oversight.gov)',
  needs: 'record',
  judge(facts) {
    const { last, writes, byToken } = recordIn(facts);
    const findings: Finding[] = [];
    for (const [token, acts] of byToken) {
      const changed = new Set(acts.map(({ id }) => id));
      for (const act of acts.filter(({ interaction }) => interaction === 'made')) {
        const others = carrying(last, token).filter(
          (held) => held.what === act.what && !changed.has(held.id) && held.about === act.patient,
        );
        for (const other of others) findings.push(doubled(act, other.id));
      }
    }
    // Without a mark it is told by being what only steps make, in the chart of somebody with whom only marked things are made.
    const marked = [...last.values()].some(({ tokens }) => tokens.length > 0);
    const made = new Map(
      facts.acted
        .filter(({ interaction, passedOn }) => interaction === 'made' && passedOn === undefined)
        .map((act) => [`${act.patient} ${sortOf(act)}`, act]),
    );
    for (const held of marked ? last.values() : []) {
      const act = made.get(`${held.about} ${sortOf(held)}`);
      if (act === undefined || held.tokens.length > 0 || writes.has(held.id)) continue;
      findings.push(doubled(act, held.id));
    }
    return { lookedAt: facts.acted.length, findings };
  },
};

const BY_TOKEN = new WeakMap<ReadonlyMap<string, Held>, ReadonlyMap<string, Held[]>>();

function carrying(last: ReadonlyMap<string, Held>, token: string): readonly Held[] {
  let known = BY_TOKEN.get(last);
  if (known === undefined) {
    const marks = [...last.values()].flatMap((held) => held.tokens.map((each) => ({ each, held })));
    known = new Map(
      [...Map.groupBy(marks, ({ each }) => each)].map(([each, all]) => [each, all.map(({ held }) => held)]),
    );
    BY_TOKEN.set(last, known);
  }
  return known.get(token) ?? [];
}

const doubled = (
  act: Parameters<typeof stepOf>[0] & { what: string; component: Finding['component'] },
  id: string,
) => ({
  ...stepOf(act),
  component: act.component,
  cause: `${act.what} double`,
  expected: `${act.what} som skrevs en gång finns en gång.`,
  observed: 'Den finns en gång till, som ingen har gjort.',
  reference: id,
});
