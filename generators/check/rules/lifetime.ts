import { instantOf } from '../read/instant.ts';
import type { Person } from '../read/person.ts';
import type { ResourceLine, Rule } from '../rule.ts';

/** Nothing is told of anybody before birth or after death, save the certificate of death and what death cancelled. */
export const LIFETIME: Rule = {
  name: 'lifetime',
  title: {
    sv: 'Inget händer före födelsen eller efter döden, utom dödsorsaksintyget',
    en: 'Nothing happens before birth or after death, save the certificate of death',
  },
  watch(_context, tell) {
    return {
      see(line) {
        const { person, type, id, place } = line;
        if (person === undefined || OUTSIDE_LIFE.has(type)) return;
        const outlives = mayOutlive(line);
        const { dates } = line.said;
        for (let n = 0; n < dates.length; n += 2) {
          const text = dates[n + 1] as string;
          if (text < person.birthDate) {
            tell(place, {
              sv: `${type}/${id}: ${dates[n]} ${text} är före födelsen ${person.birthDate}`,
              en: `${type}/${id}: ${dates[n]} ${text} is before birth on ${person.birthDate}`,
            });
          }
          if (outlives || !isAfterDeath(person, text)) continue;
          tell(place, {
            sv: `${type}/${id}: ${dates[n]} ${text} är efter döden ${person.deathDate}`,
            en: `${type}/${id}: ${dates[n]} ${text} is after death on ${person.deathDate}`,
          });
        }
      },
    };
  },
};

/** Their dates are those of other people, or of the person's whole life. */
const OUTSIDE_LIFE: ReadonlySet<string> = new Set(['Patient', 'RelatedPerson']);
const DATE_LENGTH = 'YYYY-MM-DD'.length;

/** The certificate of death, and a booking that death cancelled. */
const mayOutlive = ({ type, resource }: ResourceLine): boolean =>
  type === 'DocumentReference' || (type === 'Appointment' && resource.status === 'cancelled');

const isAfterDeath = ({ died, deathDate }: Person, text: string): boolean =>
  text.length === DATE_LENGTH ? text > deathDate : text >= deathDate && instantOf(text) > died;
