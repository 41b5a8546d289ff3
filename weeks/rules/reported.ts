import { HOUR } from '../../domain/time.ts';
import { both } from '../../pages/bilingual.ts';
import { reportedIn } from '../measure/situation.ts';
import { classesText, hoursText, type RuleStrategy } from './rule.ts';

/** More than so many of some classes were reported in so many hours. */
export const reported: RuleStrategy<'reported'> = {
  limit({ classes, hours, atMost }) {
    const [which, long] = [classesText(classes), hoursText(hours)];
    return both(
      `högst ${atMost} i ${which.sv} under ${long.sv}`,
      `at most ${atMost} of ${which.en} in ${long.en}`,
    );
  },
  judge({ classes, hours, atMost }, { deviations, at }) {
    const own = reportedIn(deviations, at - hours * HOUR, at + 1).filter((each) =>
      classes.includes(each.class),
    );
    return {
      verdict: own.length > atMost ? 'fail' : 'pass',
      measured: both(`${own.length} anmälda`, `${own.length} reported`),
      of: own.map(({ id }) => id),
    };
  },
};
