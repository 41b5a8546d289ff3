import type { Acted } from '../../domain/fact.ts';
import type { Finding, Monitor } from '../../domain/monitor.ts';
import { recordIn, sortOf, stepOf } from '../record.ts';

/** One act, one record: nothing that a step made once is there twice in the patient's own chart. */
export const monitor: Monitor = {
  id: 'no-doubles',
  kind: 'how-many',
  sv: 'Det som görs en gång står en gång',
  en: 'What is done once is there once',
  source: 'Antagande; dubbla ordinationer efter byte av journalsystem, USA:s veteransjukvård (oversight.gov)',
  follows: ['own-chart', 'exact-copy', 'nothing-lost'],
  needs: 'record',
  judge(facts) {
    const { last, writes, byToken } = recordIn(facts);
    const findings: Finding[] = [];
    for (const held of last.values()) {
      for (const token of held.tokens) {
        const acts = byToken.get(token) ?? [];
        if (acts.some(({ id }) => id === held.id)) continue;
        const act = acts.find(({ interaction, what }) => interaction === 'made' && what === held.what);
        if (act !== undefined && held.about === act.patient) findings.push(doubled(act, held.id));
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
      // A person may have done it once more, with every right.
      if (facts.byHand.has(act.patient)) continue;
      findings.push(doubled(act, held.id));
    }
    return { lookedAt: facts.acted.length, findings };
  },
};

const doubled = (act: Acted, id: string): Finding => ({
  ...stepOf(act),
  component: act.component,
  cause: `${act.what} double`,
  expected: `${act.what} som skrevs en gång finns en gång.`,
  observed: 'Den finns en gång till, som ingen har gjort.',
  reference: id,
});
