import { textAt } from '../json.ts';
import { instantOf } from '../read/instant.ts';
import type { Rule } from '../rule.ts';

/** Pairs of times of one resource, the earlier first. */
const PAIRS: Readonly<Record<string, readonly (readonly [earlier: string, later: string])[]>> = {
  Appointment: [
    ['start', 'end'],
    ['created', 'start'],
  ],
  Condition: [
    ['onsetDateTime', 'abatementDateTime'],
    ['onsetDateTime', 'recordedDate'],
  ],
  Observation: [['effectiveDateTime', 'issued']],
  DiagnosticReport: [['effectiveDateTime', 'issued']],
};

/** What has an end ends after it began; who is booked was booked before. */
export const PERIODS: Rule = {
  name: 'periods',
  title: { sv: 'Det som slutar slutar efter att det har börjat', en: 'What ends, ends after it began' },
  watch(_context, tell) {
    return {
      see({ type, id, resource, said, place }) {
        const compare = (from: string | undefined, to: string | undefined, what: string): void => {
          if (from === undefined || to === undefined || instantOf(from) <= instantOf(to)) return;
          tell(place, {
            sv: `${type}/${id}: ${what} ${to} är före ${from}`,
            en: `${type}/${id}: ${what} ${to} is before ${from}`,
          });
        };
        for (const [earlier, later] of PAIRS[type] ?? []) {
          compare(textAt(resource, earlier), textAt(resource, later), later);
        }
        for (const { start, end } of said.periods) {
          if (typeof start === 'string' && typeof end === 'string') compare(start, end, 'end');
        }
      },
    };
  },
};
