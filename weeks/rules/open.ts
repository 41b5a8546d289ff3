import { HOUR } from '../../domain/time.ts';
import { both } from '../../pages/bilingual.ts';
import { hoursText, type RuleStrategy } from './rule.ts';

/** More than so many of a class are open, of those older than so many hours. */
export const open: RuleStrategy<'open'> = {
  limit({ class: safetyClass, atMost, olderThanHours, withoutOwner }) {
    const age = olderThanHours === undefined ? undefined : hoursText(olderThanHours);
    const owner = withoutOwner === true ? both(' utan ägare', ' without an owner') : both('', '');
    return both(
      `högst ${atMost} i klass ${safetyClass} öppna${owner.sv}${age === undefined ? '' : ` längre än ${age.sv}`}`,
      `at most ${atMost} of class ${safetyClass} open${owner.en}${age === undefined ? '' : ` for more than ${age.en}`}`,
    );
  },
  judge({ class: safetyClass, atMost, olderThanHours = 0, withoutOwner }, situation) {
    const own = situation.open.filter(
      (deviation) =>
        deviation.class === safetyClass &&
        situation.at - deviation.reported > olderThanHours * HOUR &&
        (withoutOwner !== true || deviation.owner === undefined),
    );
    return {
      verdict: own.length > atMost ? 'fail' : 'pass',
      measured: both(`${own.length} öppna`, `${own.length} open`),
      of: own.map(({ id }) => id),
    };
  },
};
