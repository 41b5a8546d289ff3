import { HOUR } from '../../domain/time.ts';
import { both } from '../../pages/bilingual.ts';
import { patientsOf, reportedIn } from '../measure/situation.ts';
import { classesText, hoursText, type RuleStrategy } from './rule.ts';

/**
 * Deviations of some classes touch more than so many patients. Of those that name no patient nobody knows whether they touch
 * one more: where they might make the difference, it cannot be told.
 */
export const patients: RuleStrategy<'patients'> = {
  limit({ classes, hours, atMost }) {
    const [which, long] = [classesText(classes), hoursText(hours)];
    return both(
      `högst ${atMost} patienter berörda av ${which.sv} under ${long.sv}`,
      `at most ${atMost} patients touched by ${which.en} in ${long.en}`,
    );
  },
  judge({ classes, hours, atMost }, { deviations, at }) {
    const own = reportedIn(deviations, at - hours * HOUR, at + 1).filter((each) =>
      classes.includes(each.class),
    );
    const count = patientsOf(own);
    const nameless = own.filter(({ patient }) => patient === undefined).length;
    const more =
      nameless === 0 ? both('', '') : both(`, ${nameless} utan patient`, `, ${nameless} without a patient`);
    return {
      verdict: count > atMost ? 'fail' : count + nameless > atMost ? 'unknown' : 'pass',
      measured: both(`${count} patienter${more.sv}`, `${count} patients${more.en}`),
      of: own.map(({ id }) => id),
    };
  },
};
