import { DAY } from '../../domain/time.ts';
import { both } from '../../pages/bilingual.ts';
import { closedIn, reportedIn } from '../measure/situation.ts';
import type { RuleStrategy } from './rule.ts';

/** More was reported than closed in each of so many spans of 24 hours in a row, the latest ending now. */
export const growing: RuleStrategy<'growing'> = {
  limit: ({ days }) =>
    both(
      `inte fler anmälda än stängda ${days} dygn i rad`,
      `not more reported than closed ${days} days in a row`,
    ),
  judge({ days }, { deviations, at, start }) {
    const whole = Math.min(days, Math.floor((at - start) / DAY));
    const balances = Array.from({ length: whole }, (_, back) => {
      const to = at - back * DAY + 1;
      return reportedIn(deviations, to - DAY, to).length - closedIn(deviations, to - DAY, to).length;
    });
    const growingDays = balances.findIndex((balance) => balance <= 0);
    const inRow = growingDays === -1 ? whole : growingDays;
    return {
      verdict: inRow >= days ? 'fail' : 'pass',
      measured: both(`${inRow} dygn i rad`, inRow === 1 ? '1 day' : `${inRow} days in a row`),
      of: [],
    };
  },
};
