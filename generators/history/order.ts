import type { Fact } from './facts.ts';

/** By time; what happens at the same time by module, entry of its state and place, a contact before what it contains. */
const inOrder = (a: Fact, b: Fact): number =>
  a.at - b.at || a.module - b.module || a.entry - b.entry || b.place - a.place;

/**
 * Puts facts in the order in which they are told, in place. A life tells them almost in order, which insertion needs one
 * comparison a fact for.
 */
export function putInOrder(facts: Fact[]): Fact[] {
  for (let n = 1; n < facts.length; n++) {
    const fact = facts[n] as Fact;
    let place = n;
    for (; place > 0 && inOrder(facts[place - 1] as Fact, fact) > 0; place--)
      facts[place] = facts[place - 1] as Fact;
    facts[place] = fact;
  }
  return facts;
}
