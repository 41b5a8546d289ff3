import type { XMLElement } from 'xmlbuilder';
import type { Verdict } from '../../domain/verdict.ts';
import type { AccessResult } from './measure-access.ts';
import { WHATS } from './words.ts';

/** How a verdict counts in JUnit; what passed has no outcome of its own. */
type OutcomeOf = (verdict: Verdict) => 'failure' | 'error' | 'skipped' | undefined;

interface AccessCase {
  readonly classname: string;
  readonly name: string;
  readonly verdict: Verdict;
  readonly message: string;
}

/** A case for each thing to each reader, for each relation, for the log and for its follow-up. */
function casesOf({
  opened,
  squares,
  shown,
  refused,
  open,
  relations,
  log,
  followUps,
}: AccessResult): AccessCase[] {
  const names = new Map(opened.standings.map(({ id, sv }) => [id, sv]));
  const cells = [...shown, ...refused, ...open];
  return [
    ...squares.map(({ who, what, verdict }) => ({
      ...{ classname: `åtkomst.${what}`, name: `${names.get(who) ?? who}: ${WHATS[what].sv}`, verdict },
      message: cells.find(({ cell }) => cell.who === who && cell.what === what)?.observed ?? '',
    })),
    ...relations.map(({ relation, sv, verdict, observed = '' }) => ({
      ...{ classname: 'åtkomst.samband', name: `${relation}: ${sv}`, verdict, message: observed },
    })),
    ...(log === undefined
      ? []
      : [
          {
            classname: 'åtkomst.logg',
            name: 'Loggen',
            verdict: log.verdict,
            message: log.examples[0] ?? log.reason ?? '',
          },
        ]),
    ...followUps.map(({ kind, sv, verdict, reason = '' }) => ({
      ...{ classname: 'åtkomst.loggkontroll', name: `${kind}: ${sv}`, verdict, message: reason },
    })),
  ];
}

/** How many cases a matrix has, and how they ended. */
export function accessTotals(access: AccessResult | undefined, outcomeOf: OutcomeOf) {
  const cases = access === undefined ? [] : casesOf(access);
  const count = (outcome: string) => cases.filter(({ verdict }) => outcomeOf(verdict) === outcome).length;
  return {
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
  };
}

/** A suite of a matrix of access. */
export function accessSuite(root: XMLElement, access: AccessResult | undefined, outcomeOf: OutcomeOf): void {
  if (access === undefined) return;
  const suite = root.ele('testsuite', { name: 'Åtkomst', ...accessTotals(access, outcomeOf), time: '0.000' });
  for (const { classname, name, verdict, message } of casesOf(access)) {
    const testcase = suite.ele('testcase', { classname, name, time: '0.000' });
    const outcome = outcomeOf(verdict);
    if (outcome !== undefined) testcase.ele(outcome, { message, type: verdict });
  }
}
