import { migrationSection } from '../html/sections/migration.ts';
import { type FoundResult, measureMigration, type RecordResult } from '../migration/measure-migration.ts';
import { migrationLines } from '../migration/terminal.ts';
import type { Aspect, SuiteCase } from './aspect.ts';

/** A migration that was held against its source. */
export const migration: Aspect = {
  verdicts: (runs) =>
    (measureMigration(runs)?.records ?? [])
      .map(({ verdict }) => verdict)
      .filter((verdict) => verdict !== 'not-covered'),
  lines: ({ migration: result }) => (result === undefined ? [] : migrationLines(result)),
  section: migrationSection,
  suite: ({ migration: result }) =>
    result === undefined
      ? undefined
      : { name: 'Migreringen', cases: result.records.map((record) => caseOf(record, result.found)) },
};

/** A kind of record, with what was found of it. */
function caseOf(
  { record, sv, verdict, reason, rows }: RecordResult,
  found: readonly FoundResult[],
): SuiteCase {
  const lines = found.flatMap(({ facts, examples }) =>
    examples.filter((one) => one.record === record).map(({ ref }) => `${facts.sv}: ${ref}`),
  );
  return {
    ...{ classname: `migrering.${record}`, name: sv, verdict, text: lines.join('\n') },
    message:
      reason ??
      `${rows.lost} saknas, ${rows.invented} tillkomna, ${rows.doubled} dubbla, ${rows.changed} ändrade`,
  };
}
