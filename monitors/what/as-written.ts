import type { Content } from '../../domain/fact.ts';
import type { Finding, Monitor } from '../../domain/monitor.ts';
import { recordIn, short, stepOf } from '../record.ts';

/** What was written comes back as it went in, to the letter. */
export const monitor: Monitor = {
  id: 'as-written',
  kind: 'what',
  sv: 'Det som skrivs kommer tillbaka oförändrat, tecken för tecken',
  en: 'What is written comes back unchanged, to the letter',
  source: 'Södra Älvsborgs sjukhus november 2024, ordet "ingen" föll bort ur svar (Sweden Herald, Fokus)',
  needs: 'record',
  judge(facts) {
    const { writes } = recordIn(facts);
    const findings: Finding[] = [];
    const told = new Set<string>();
    let lookedAt = 0;
    for (const held of facts.held) {
      const acts = writes.get(held.id);
      // What somebody else has written over it is not held against the step.
      const act = acts?.findLast(({ at }) => at <= held.seenAt);
      const known = new Set(acts?.map(({ token }) => token));
      if (act === undefined || held.tokens.some((token) => !known.has(token))) continue;
      lookedAt += 1;
      for (const [path, sent] of Object.entries(act.content)) {
        const shown = held.content[path];
        if (says(shown, sent) || told.has(`${held.id} ${path}`)) continue;
        told.add(`${held.id} ${path}`);
        findings.push({
          ...stepOf(act),
          component: A_TIME.test(sent) && shown !== undefined && A_TIME.test(shown) ? 'time' : held.component,
          cause: `${held.what} ${path.replaceAll(/\[\d+\]/g, '')}`,
          expected: `${nameOf(path)} är ${differingPart(sent, shown ?? '')}.`,
          observed: shown === undefined ? 'Den saknas.' : `Den är ${differingPart(shown, sent)}.`,
          reference: held.id,
        });
      }
    }
    return { lookedAt, findings };
  },
};

const A_TIME = /^\d{4}-\d{2}-\d{2}T/;

/** A system may tell a time without its fractions. */
const says = (shown: Content[string] | undefined, sent: string): boolean =>
  shown === sent ||
  (shown !== undefined &&
    A_TIME.test(sent) &&
    A_TIME.test(shown) &&
    shown.endsWith('.000Z') &&
    sent.slice(0, 19) === shown.slice(0, 19));

const nameOf = (path: string): string => path.replaceAll('.length', ' (antal)');

/** Of long texts the place where they part. */
function differingPart(text: string, other: string): string {
  if (text.length <= 80) return short(text);
  let at = 0;
  while (at < text.length && text[at] === other[at]) at += 1;
  const from = Math.max(0, at - 20);
  return `”${from > 0 ? '…' : ''}${text.slice(from, at + 30)}${at + 30 < text.length ? '…' : ''}” (${text.length} tecken)`;
}
