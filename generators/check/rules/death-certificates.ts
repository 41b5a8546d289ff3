import { codeOf, textAt } from '../json.ts';
import { instantOf } from '../read/instant.ts';
import type { Rule } from '../rule.ts';

const LOINC = 'http://loinc.org';
const DEATH_CERTIFICATE = '64297-5';

/** Everybody who has died has one certificate of it, dated at death; nobody else has any. */
export const DEATH_CERTIFICATES: Rule = {
  name: 'death-certificates',
  title: {
    sv: 'Varje död har sitt dödsorsaksintyg, och ingen levande har något',
    en: 'Every death has its certificate, and nobody alive has one',
  },
  watch(_context, tell) {
    let certified = new Set<string>();
    return {
      types: ['DocumentReference'],
      beginShard() {
        certified = new Set();
      },
      see({ id, resource, person, place }) {
        if (codeOf(resource.type, LOINC) !== DEATH_CERTIFICATE) return;
        if (person === undefined) return;
        if (person.died === Number.POSITIVE_INFINITY) {
          tell(place, {
            sv: `${id} är ett intyg om ${person.id}, som lever`,
            en: `${id} certifies the death of ${person.id}, who is alive`,
          });
        } else if (instantOf(textAt(resource, 'date') ?? '') !== person.died) {
          tell(place, {
            sv: `${id} är inte daterat när ${person.id} dog`,
            en: `${id} is not dated when ${person.id} died`,
          });
        }
        if (certified.has(person.id)) {
          tell(place, {
            sv: `${person.id} har två dödsorsaksintyg`,
            en: `${person.id} has two certificates of death`,
          });
        }
        certified.add(person.id);
      },
      endShard(people) {
        for (const person of people.values()) {
          if (person.died === Number.POSITIVE_INFINITY || certified.has(person.id)) continue;
          tell(person.place, {
            sv: `${person.id} har dött men saknar dödsorsaksintyg`,
            en: `${person.id} has died but has no certificate of death`,
          });
        }
      },
    };
  },
};
