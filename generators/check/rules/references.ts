import { COMMON } from '../read/file-groups.ts';
import { keyOf } from '../read/key.ts';
import { KeySet } from '../read/key-set.ts';
import { onlyOfWholePopulations, type Place, type Rule } from '../rule.ts';

interface Pending {
  readonly reference: string;
  readonly from: string;
  readonly place: Place;
}

/** What a resource refers to is there: in its own shard, or in what all shards share. */
export const REFERENCES: Rule = {
  name: 'references',
  title: { sv: 'Varje hänvisning leder till något som finns', en: 'Every reference leads to something' },
  notFor: onlyOfWholePopulations,
  watch(_context, tell) {
    const shared = new KeySet();
    const ofShard = new KeySet();
    let here = ofShard;
    let pending: Pending[] = [];

    return {
      beginShard(_people, folder) {
        ofShard.clear();
        here = folder === COMMON ? shared : ofShard;
        pending = [];
      },
      see({ type, id, key, said, place }) {
        here.add(key);
        for (const reference of said.references) {
          if (!isThere(reference)) pending.push({ reference, from: `${type}/${id}`, place });
        }
      },
      endShard() {
        for (const { reference, from, place } of pending) {
          if (isThere(reference)) continue;
          tell(place, {
            sv: `${from} hänvisar till ${reference}, som inte finns`,
            en: `${from} refers to ${reference}, which is not there`,
          });
        }
      },
    };

    function isThere(reference: string): boolean {
      const key = keyOf(reference);
      return ofShard.has(key) || shared.has(key);
    }
  },
};
