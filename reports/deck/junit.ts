import type { XMLElement } from 'xmlbuilder';
import type { Verdict } from '../../domain/verdict.ts';
import { type CaseResult, harmOf, twinOf } from './measure-deck.ts';
import { SAID } from './words.ts';

/** How a verdict counts in JUnit; what passed has no outcome of its own. */
type OutcomeOf = (verdict: Verdict) => 'failure' | 'error' | 'skipped' | undefined;

/** How many cases of a deck there are, and how they ended. */
export function deckTotals(cases: readonly CaseResult[], outcomeOf: OutcomeOf) {
  const count = (outcome: string) => cases.filter(({ verdict }) => outcomeOf(verdict) === outcome).length;
  return {
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
  };
}

/** A suite of a deck's cases, a harm and its twin in each. */
export function deckSuite(root: XMLElement, cases: readonly CaseResult[], outcomeOf: OutcomeOf): void {
  if (cases.length === 0) return;
  const name = 'Beslutsstödets kontrollfall';
  const suite = root.ele('testsuite', { name, ...deckTotals(cases, outcomeOf), time: '0.000' });
  for (const one of cases) {
    const { facts, verdict, harm, twin } = one;
    const testcase = suite.ele('testcase', {
      classname: `kontrollfall.${facts.category}`,
      name: `${facts.id}: ${facts.sv}`,
      time: '0.000',
    });
    const outcome = outcomeOf(verdict);
    if (outcome === undefined) continue;
    const message = `faran ${SAID[harmOf(one)].sv}, tvillingen ${SAID[twinOf(one)].sv}`;
    const lines = [...harm, ...twin].flatMap(({ way, alerts, reason }) => [
      ...(reason === undefined ? [] : [`${way}: ${reason}`]),
      ...alerts.map(({ text }) => `${way}: ${text}`),
    ]);
    testcase.ele(outcome, { message, type: verdict }, [facts.asked, ...lines].join('\n'));
  }
}
