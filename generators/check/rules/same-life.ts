import { textAt } from '../json.ts';
import { type Key, keyOf } from '../read/key.ts';
import { KeySet } from '../read/key-set.ts';
import type { Person } from '../read/person.ts';
import type { Place, Rule } from '../rule.ts';

/** Encounters from which on two equal lives can be no coincidence. */
const TELLING = 4;

interface Life {
  readonly person: string;
  readonly place: Place;
  /** Of sex, birth date and all that happened. */
  readonly key: Key;
}

/** No two people have lived the same life: that would mean that they were drawn with the same random numbers. */
export const SAME_LIFE: Rule<readonly Life[]> = {
  name: 'same-life',
  title: { sv: 'Inga två personer har levt samma liv', en: 'No two people have lived the same life' },
  watch(_context, tell) {
    const known = new KeySet();
    let lives = new Map<Person, string[]>();
    return {
      types: ['Encounter'],
      beginShard() {
        lives = new Map();
      },
      see({ resource, person }) {
        if (person === undefined) return;
        const start = textAt(resource, 'period', 'start') ?? '';
        const reason = textAt(resource, 'reasonCode', 0, 'text') ?? '';
        const life = lives.get(person);
        if (life === undefined) lives.set(person, [start + reason]);
        else life.push(start + reason);
      },
      give: () =>
        Array.from(lives)
          .filter(([, life]) => life.length >= TELLING)
          .map(([{ id, place, sex, birthDate }, life]) => ({
            person: id,
            place,
            key: keyOf(`${sex} ${birthDate} ${life.toSorted().join(' ')}`),
          })),
      take(given) {
        for (const { person, place, key } of given) {
          if (known.add(key)) continue;
          tell(place, {
            sv: `${person} har levt samma liv som någon före`,
            en: `${person} has lived the same life as somebody before`,
          });
        }
      },
    };
  },
};
