import { isObject } from '../json.ts';
import { type Json, onlyOfWholePopulations, type Place, type Rule } from '../rule.ts';

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
    const shared = new Set<string>();
    let here = new Set<string>();
    let pending: Pending[] = [];
    const isThere = (reference: string): boolean => here.has(reference) || shared.has(reference);

    return {
      beginShard() {
        here = new Set();
        pending = [];
      },
      see({ type, id, resource, place }) {
        here.add(`${type}/${id}`);
        eachReference(resource, (reference) => {
          if (!isThere(reference)) pending.push({ reference, from: `${type}/${id}`, place });
        });
      },
      endShard(people) {
        for (const { reference, from, place } of pending) {
          if (isThere(reference)) continue;
          tell(place, {
            sv: `${from} hänvisar till ${reference}, som inte finns`,
            en: `${from} refers to ${reference}, which is not there`,
          });
        }
        if (people.size === 0) for (const id of here) shared.add(id);
      },
    };
  },
};

function eachReference(value: Json | undefined, take: (reference: string) => void): void {
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) eachReference(item, take);
  } else if (isObject(value)) {
    for (const key in value) {
      const inner = value[key];
      if (key === 'reference' && typeof inner === 'string') take(inner);
      else if (typeof inner === 'object') eachReference(inner, take);
    }
  }
}
