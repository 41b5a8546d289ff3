import type { Aspect, Fact } from '../domain/fact.ts';
import type { Facts } from '../domain/monitor.ts';

/** Facts as monitors need them: each kind by itself, in the order in which they came. */
export function sorted(facts: Iterable<Fact>, clockAhead = 0): Facts {
  const by: Record<string, Fact[]> = {};
  for (const fact of facts) {
    const own = by[fact.fact];
    if (own === undefined) by[fact.fact] = [fact];
    else own.push(fact);
  }
  const of = <K extends Fact['fact']>(kind: K) => (by[kind] ?? []) as Extract<Fact, { fact: K }>[];
  const reasons = new Map<Aspect, string>(of('unwatched').map(({ aspect, reason }) => [aspect, reason]));
  return {
    acted: of('acted'),
    held: of('held'),
    looked: of('looked'),
    tried: of('tried'),
    accessed: of('accessed'),
    logged: of('logged'),
    named: of('named'),
    answered: of('answered'),
    byHand: new Set(of('by-hand').map(({ patient }) => patient)),
    unwatched: (aspect) => reasons.get(aspect),
    clockAhead,
  };
}
