import { isObject, textAt } from '../json.ts';
import type { Json, JsonObject, Rule } from '../rule.ts';

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
      see({ type, id, resource, place }) {
        const compare = (from: string | undefined, to: string | undefined, what: string): void => {
          if (from === undefined || to === undefined || Date.parse(from) <= Date.parse(to)) return;
          tell(place, {
            sv: `${type}/${id}: ${what} ${to} är före ${from}`,
            en: `${type}/${id}: ${what} ${to} is before ${from}`,
          });
        };
        for (const [earlier, later] of PAIRS[type] ?? []) {
          compare(textAt(resource, earlier), textAt(resource, later), later);
        }
        eachPeriod(resource, ({ start, end }) => {
          if (typeof start === 'string' && typeof end === 'string') compare(start, end, 'end');
        });
      },
    };
  },
};

const PERIOD_KEYS: ReadonlySet<string> = new Set(['period', 'boundsPeriod']);

function eachPeriod(value: Json | undefined, take: (period: JsonObject) => void): void {
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) eachPeriod(item, take);
  } else if (isObject(value)) {
    for (const key in value) {
      const inner = value[key];
      if (typeof inner !== 'object') continue;
      if (PERIOD_KEYS.has(key) && isObject(inner)) take(inner);
      else eachPeriod(inner, take);
    }
  }
}
