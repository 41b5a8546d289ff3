import type { XMLElement } from 'xmlbuilder';
import type { Verdict } from '../../domain/verdict.ts';
import type { FoundResult, MigrationResult, RecordResult } from './measure-migration.ts';

type OutcomeOf = (verdict: Verdict) => 'failure' | 'error' | 'skipped' | undefined;

/** How many kinds of record there are, and how they ended. */
export function migrationTotals(records: readonly RecordResult[], outcomeOf: OutcomeOf) {
  const count = (outcome: string) => records.filter(({ verdict }) => outcomeOf(verdict) === outcome).length;
  return {
    tests: records.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
  };
}

/** A suite of a migration: a case a kind of record, with what was found of it. */
export function migrationSuite(
  root: XMLElement,
  result: MigrationResult | undefined,
  outcomeOf: OutcomeOf,
): void {
  if (result === undefined) return;
  const { records, found } = result;
  const suite = root.ele('testsuite', {
    name: 'Migreringen',
    ...migrationTotals(records, outcomeOf),
    time: '0.000',
  });
  for (const { record, sv, verdict, reason, rows } of records) {
    const testcase = suite.ele('testcase', { classname: `migrering.${record}`, name: sv, time: '0.000' });
    const outcome = outcomeOf(verdict);
    if (outcome === undefined) continue;
    const message =
      reason ??
      `${rows.lost} saknas, ${rows.invented} tillkomna, ${rows.doubled} dubbla, ${rows.changed} ändrade`;
    testcase.ele(outcome, { message, type: verdict }, linesOf(found, record).join('\n'));
  }
}

const linesOf = (found: readonly FoundResult[], record: string): string[] =>
  found.flatMap(({ facts, examples }) =>
    examples.filter((one) => one.record === record).map(({ ref }) => `${facts.sv}: ${ref}`),
  );
