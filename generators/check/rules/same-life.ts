import { textAt } from '../json.ts';
import type { Person } from '../read/person.ts';
import type { Rule } from '../rule.ts';
import { IdSet } from './id-set.ts';

/** Encounters from which on two equal lives can be no coincidence. */
const TELLING = 4;

/** No two people have lived the same life: that would mean that they were drawn with the same random numbers. */
export const SAME_LIFE: Rule = {
  name: 'same-life',
  title: { sv: 'Inga två personer har levt samma liv', en: 'No two people have lived the same life' },
  watch(_context, tell) {
    const known = new IdSet();
    let lives = new Map<Person, string[]>();
    return {
      beginShard() {
        lives = new Map();
      },
      see({ type, resource, person }) {
        if (type !== 'Encounter' || person === undefined) return;
        const start = textAt(resource, 'period', 'start') ?? '';
        const reason = textAt(resource, 'reasonCode', 0, 'text') ?? '';
        const life = lives.get(person);
        if (life === undefined) lives.set(person, [start + reason]);
        else life.push(start + reason);
      },
      endShard() {
        for (const [person, life] of lives) {
          if (
            life.length < TELLING ||
            known.add(`${person.sex} ${person.birthDate} ${life.toSorted().join(' ')}`)
          ) {
            continue;
          }
          tell(person.place, {
            sv: `${person.id} har levt samma liv som någon före`,
            en: `${person.id} has lived the same life as somebody before`,
          });
        }
      },
    };
  },
};
