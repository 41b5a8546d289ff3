import { isObject } from '../json.ts';
import type { Person } from '../read/person.ts';
import type { Json, ResourceLine, Rule } from '../rule.ts';

/** A date, with or without a time of day. */
const DATE = /^\d{4}-\d{2}-\d{2}(T|$)/;

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
        const { person, resource, type, id, place } = line;
        if (person === undefined || OUTSIDE_LIFE.has(type)) return;
        const outlives = mayOutlive(line);
        eachDate(resource, (key, text) => {
          if (text.slice(0, DATE_LENGTH) < person.birthDate) {
            tell(place, {
              sv: `${type}/${id}: ${key} ${text} är före födelsen ${person.birthDate}`,
              en: `${type}/${id}: ${key} ${text} is before birth on ${person.birthDate}`,
            });
          }
          if (outlives || !isAfterDeath(person, text)) return;
          tell(place, {
            sv: `${type}/${id}: ${key} ${text} är efter döden ${person.deathDate}`,
            en: `${type}/${id}: ${key} ${text} is after death on ${person.deathDate}`,
          });
        });
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
  text.length === DATE_LENGTH
    ? text > deathDate
    : text.slice(0, DATE_LENGTH) >= deathDate && Date.parse(text) > died;

function eachDate(value: Json | undefined, take: (key: string, text: string) => void, key = ''): void {
  if (typeof value === 'string') {
    if (DATE.test(value)) take(key, value);
  } else if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) eachDate(item, take, key);
  } else if (isObject(value)) {
    for (const name in value) {
      const inner = value[name];
      if (typeof inner === 'string' || typeof inner === 'object') eachDate(inner, take, name);
    }
  }
}
