import { DAY } from '../../domain/time.ts';
import { both, number } from '../../pages/bilingual.ts';
import { rateOf } from '../measure/rate.ts';
import type { Situation } from '../measure/situation.ts';
import { type ConditionOf, classesText, type RuleFinding, type RuleStrategy } from './rule.ts';

/**
 * Deviations per 1,000 contacts over the latest days that contacts are told for. Tripped where the whole 95 % interval lies
 * above the limit; where the interval lies across it, it cannot be told yet.
 */
export const rate: RuleStrategy<'rate'> = {
  limit({ classes, days, atMost, unit }) {
    const which = classesText(classes);
    const where = unit === undefined ? both('', '') : both(` på ${unit}`, ` at ${unit}`);
    return both(
      `högst ${number(atMost).sv} i ${which.sv} på 1 000 vårdkontakter under ${days} dygn${where.sv}`,
      `at most ${number(atMost).en} of ${which.en} in 1,000 contacts over ${days} days${where.en}`,
    );
  },
  judge(condition, situation) {
    const { counted, contacts, days, last } = latest(condition, situation);
    if (last !== undefined && situation.at - last.ends > OLDEST)
      return told('not-covered', `inga vårdkontakter efter ${last.day}`, `no contacts after ${last.day}`);
    if (days < condition.days)
      return told(
        'not-covered',
        `vårdkontakter för ${days} av ${condition.days} dygn`,
        `contacts for ${days} of ${condition.days} days`,
      );
    const figure = rateOf(counted.length, contacts);
    if (figure === undefined) return told('not-covered', 'inga vårdkontakter', 'no contacts');
    const { low, high, per1000 } = figure;
    const [middle, least, most] = [per1000, low, high].map((each) => number(Math.round(each * 10) / 10));
    return {
      verdict: low > condition.atMost ? 'fail' : high <= condition.atMost ? 'pass' : 'unknown',
      measured: both(
        `${middle?.sv} (${least?.sv}–${most?.sv}); ${counted.length} av ${contacts} kontakter`,
        `${middle?.en} (${least?.en}–${most?.en}); ${counted.length} of ${contacts} contacts`,
      ),
      of: counted.map(({ id }) => id),
    };
  },
};

/** Contacts are counted a day at a time, and told the day after. */
const OLDEST = 2 * DAY;

function latest({ classes, days, unit }: ConditionOf<'rate'>, { contacts, deviations }: Situation) {
  const own = contacts.filter((each) => unit === undefined || each.unit === unit);
  const chosen = new Set([...new Set(own.map(({ day }) => day))].toSorted().slice(-days));
  const told = new Set(own.filter(({ day }) => chosen.has(day)).map((each) => `${each.day} ${each.unit}`));
  return {
    days: chosen.size,
    last: own.toSorted((a, b) => a.ends - b.ends).at(-1),
    contacts: own.filter(({ day }) => chosen.has(day)).reduce((sum, each) => sum + each.contacts, 0),
    // Of a unit that tells no contacts of a day, its deviations of that day would be of nothing.
    counted: deviations.filter(
      (each) => classes.includes(each.class) && told.has(`${each.day} ${each.unit}`),
    ),
  };
}

const told = (verdict: RuleFinding['verdict'], sv: string, en: string): RuleFinding => ({
  verdict,
  measured: both(sv, en),
  of: [],
});
