import type { Tick } from '../../kernel/index.ts';
import type { ColourModel, DayModel } from '../model/day-model.ts';
import { DAY, HOUR, MINUTE } from '../model/time.ts';
import type { VisitSeen } from '../play/observations.ts';
import type { Measure } from './measure.ts';
import { COLOUR_TEXTS } from './texts.ts';
import { newcomers } from './waits.ts';

/** The usual limit on a whole emergency visit in Sweden. */
const STAY_LIMIT = 4 * HOUR;

/**
 * Shares within limits, of those whose limit ran out within the day or who got there before: whoever still waits when
 * their time is up counts, and who came too late to tell does not.
 */
export const limits = ({ colours }: DayModel): Measure[] => [
  ...colours.flatMap((colour) =>
    colour.doctorWithin === undefined ? [] : [doctorInTime(colour, colour.doctorWithin)],
  ),
  {
    id: 'limit/stay',
    group: 'limits',
    unit: 'share',
    better: 'more',
    sv: 'Klara inom 4 timmar',
    en: 'Done within 4 hours',
    read: ({ seen }) => shareWithin(newcomers(seen.visits, undefined), 'leftAt', STAY_LIMIT),
  },
];

function doctorInTime(colour: ColourModel, limit: Tick): Measure {
  const { sv, en } = COLOUR_TEXTS[colour.colour];
  const minutes = limit / MINUTE;
  return {
    id: `limit/to-doctor/${colour.colour}`,
    group: 'limits',
    unit: 'share',
    better: 'more',
    sv: `Läkare inom ${minutes} min, ${sv}`,
    en: `Doctor within ${minutes} min, ${en}`,
    read: ({ seen }) => shareWithin(newcomers(seen.visits, colour), 'doctorAt', limit),
  };
}

function shareWithin(visits: readonly VisitSeen[], until: 'doctorAt' | 'leftAt', limit: Tick): number {
  const known = visits.filter((visit) => visit[until] !== undefined || visit.arrivedAt + limit <= DAY);
  const inTime = known.filter((visit) => (visit[until] ?? DAY + 1) - visit.arrivedAt <= limit);
  return inTime.length / known.length;
}
