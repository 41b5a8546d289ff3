import { keyOf } from '../read/key.ts';
import { KeySet } from '../read/key-set.ts';
import { PERSON, type Person } from '../read/person.ts';
import type { Observer, Place, Rule, Tell, Words } from '../rule.ts';

/** What a shard tells of its ids. Hundreds of millions of ids are more than memory has room for. */
interface IdsOfShard {
  /** Ids of those whose ids begin with their own: nobody else's can, unless there is one who has the same. */
  readonly people: readonly string[];
  /** All other ids. */
  readonly strays: readonly Stray[];
}

interface Stray {
  readonly type: string;
  readonly id: string;
  readonly place: Place;
}

/** No two resources of one type have the same id. */
export const UNIQUE_IDS: Rule<IdsOfShard> = {
  name: 'unique-ids',
  title: { sv: 'Varje id finns en gång', en: 'Every id occurs once' },
  watch(_context, tell) {
    const ofShard = new KeySet();
    let people = new Set<string>();
    let strays: Stray[] = [];
    const everybody = new KeySet();
    const suspects = new Set<string>();
    const allStrays: Stray[] = [];
    return {
      beginShard: () => ofShard.clear(),
      see({ key, type, id, place, person }) {
        if (!ofShard.add(key)) tell(place, twice(type, id));
        else if (person !== undefined && isOf(person, id)) people.add(person.id);
        else strays.push({ type, id, place });
      },
      give() {
        const given = { people: [...people], strays };
        people = new Set();
        strays = [];
        return given;
      },
      take(given) {
        for (const id of given.people) if (!everybody.add(keyOf(id))) suspects.add(id);
        for (const stray of given.strays) allStrays.push(stray);
      },
      end() {
        const seen = new KeySet();
        for (const { type, id, place } of allStrays) {
          const owners = possibleOwners(id).filter((owner) => everybody.has(keyOf(owner)));
          for (const owner of owners) suspects.add(owner);
          if (owners.length === 0 && !seen.add(keyOf(id, `${type}/`))) tell(place, twice(type, id));
        }
      },
      again: () => (suspects.size === 0 ? undefined : acrossShards(suspects, tell)),
    };
  },
};

/** Looks for ids of the suspects that occur in one shard after another. */
function acrossShards(suspects: ReadonlySet<string>, tell: Tell): Observer {
  const before = new KeySet();
  const ofShard = new KeySet();
  return {
    beginShard: () => ofShard.clear(),
    see({ key, type, id, place }) {
      if (!possibleOwners(id).some((owner) => suspects.has(owner)) || !ofShard.add(key)) return;
      if (!before.add(key)) tell(place, twice(type, id));
    },
  };
}

const isOf = (person: Person, id: string): boolean => id === person.id || id.startsWith(person.prefix);

/** Whose id it could be: for '000042-hypertoni-3', p-000042 and p-000042-hypertoni. */
function possibleOwners(id: string): readonly string[] {
  const parts = id.split('-');
  return [id, ...parts.slice(1).map((_, n) => PERSON + parts.slice(0, n + 1).join('-'))];
}

const twice = (type: string, id: string): Words => ({
  sv: `${type}/${id} finns redan`,
  en: `${type}/${id} is there already`,
});
