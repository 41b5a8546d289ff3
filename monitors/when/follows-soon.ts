import type { Acted, Held } from '../../domain/fact.ts';
import type { Finding, Monitor } from '../../domain/monitor.ts';
import { type Milliseconds, SECOND } from '../../domain/time.ts';
import { recordIn, stepOf } from '../record.ts';

/** How soon a warning or a place on a list must be there, as the limit of most questions; an assumption. */
const AT_MOST: Milliseconds = 5 * SECOND;

/** What follows from a step at once is there within seconds: a warning, a place on a worklist, a message in an inbox. */
const AT_ONCE = new Set(['Task', 'DetectedIssue', 'Flag']);

/** What a system makes of what was written comes soon after it. */
export const monitor: Monitor = {
  id: 'follows-soon',
  kind: 'when',
  sv: 'Varningar, arbetslistor och inkorgar har det nya inom 5 sekunder',
  en: 'Warnings, worklists and inboxes have what is new within 5 seconds',
  source: 'Antagande; USA:s veteransjukvård, försenade beställningar och svar (oversight.gov)',
  needs: 'record',
  judge(facts) {
    const { last, writes } = recordIn(facts);
    const findings: Finding[] = [];
    let lookedAt = 0;
    for (const held of last.values()) {
      // Only of what has not been changed since is it known when it came.
      if (!AT_ONCE.has(held.what) || held.version !== '1' || held.updatedAt === undefined) continue;
      const [act] = held.links.flatMap((link) => writes.get(link)?.[0] ?? []);
      if (act === undefined || held.tokens.length > 0) continue;
      lookedAt += 1;
      const after = held.updatedAt - writtenAt(act, last.get(act.id), facts.clockAhead);
      if (after <= AT_MOST + ROUNDED) continue;
      findings.push({
        ...stepOf(act),
        component: held.component,
        cause: `${held.what} late`,
        expected: `${held.what} finns inom ${AT_MOST / SECOND} sekunder.`,
        observed: `Den kom efter ${Math.round(after / SECOND)} s.`,
        reference: held.id,
      });
    }
    return { lookedAt, findings };
  },
};

/** Times to the second, and a clock that is known to the second. */
const ROUNDED: Milliseconds = 2 * SECOND;

/** When the system says that it was written, by the same clock; else when it acknowledged that. */
const writtenAt = ({ at }: Acted, held: Held | undefined, clockAhead: number): number =>
  held?.version === '1' && held.updatedAt !== undefined ? held.updatedAt : at + clockAhead;
