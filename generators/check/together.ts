import type { Observer } from './rule.ts';

/** Several observers of the same types of resource, as one. */
export const together = <Given>(observers: readonly Observer<Given>[]): Observer<readonly Given[]> => ({
  types: [...new Set(observers.flatMap(({ types = [] }) => types))],
  beginShard(people, folder) {
    for (const observer of observers) observer.beginShard?.(people, folder);
  },
  see(line) {
    for (const observer of observers) observer.see?.(line);
  },
  endShard(people) {
    for (const observer of observers) observer.endShard?.(people);
  },
  give: () => observers.map((observer) => observer.give?.() as Given),
  take(given) {
    for (const [place, each] of given.entries()) observers[place]?.take?.(each);
  },
});
