import type { SafetyClass } from '../../domain/care-flow.ts';
import type {
  MigrationCompared,
  MigrationFindingFacts,
  MigrationFound,
  MigrationOpened,
  MigrationSampled,
} from '../../domain/migration-evidence.ts';
import type { Verdict } from '../../domain/verdict.ts';
import type { RunHistory } from '../history.ts';
import { upperBound } from './acceptance.ts';

/** One kind of record with its verdict. */
export interface RecordResult extends MigrationCompared {
  readonly verdict: Verdict;
  /** All of it is declared not to be moved. */
  readonly isLeftOut: boolean;
}

/** What was found of one kind, with what the kind is. */
export interface FoundResult extends Omit<MigrationFound, 'type'> {
  readonly facts: MigrationFindingFacts;
}

/** What people's eyes said, and the share of wrong values that it does not exclude. */
export interface SampleResult extends Omit<MigrationSampled, 'type'> {
  readonly n: number;
  /** Upper 95 % bound. */
  readonly bound: number;
}

/** What a migration came to. */
export interface MigrationResult {
  readonly opened: MigrationOpened;
  readonly records: readonly RecordResult[];
  /** The gravest and most frequent first. */
  readonly found: readonly FoundResult[];
  readonly sample?: SampleResult;
}

/** What the latest of some runs says of a migration; nothing where none was compared. */
export function measureMigration(runs: readonly RunHistory[]): MigrationResult | undefined {
  const migration = runs.findLast((run) => run.migration !== undefined)?.migration;
  if (migration === undefined) return undefined;
  const { opened, compared, found, sampled } = migration;
  const facts = new Map(opened.findings.map((one) => [one.id, one]));
  const leftOut = new Set(
    (opened.mapping?.changes ?? []).flatMap(({ record, field }) => (field === undefined ? [record] : [])),
  );
  return {
    opened,
    records: compared.map((record) => {
      const isLeftOut = leftOut.has(record.record) && record.rows.source === 0;
      return { ...record, isLeftOut, verdict: verdictOf(record, isLeftOut) };
    }),
    found: found
      .map(({ type: _, ...one }) => ({ ...one, facts: facts.get(one.finding) ?? unnamed(one.finding) }))
      .toSorted((a, b) => a.class - b.class || b.count - a.count),
    ...(sampled === undefined ? {} : { sample: sampleOf(sampled) }),
  };
}

/** Of what nobody has a single record, nothing was seen to arrive: that there is none may be the fault of an extract. */
function verdictOf({ reason, rows }: MigrationCompared, isLeftOut: boolean): Verdict {
  if (reason !== undefined) return 'not-covered';
  if (rows.changed + rows.lost + rows.invented + rows.doubled > 0) return 'fail';
  return rows.source > 0 || isLeftOut ? 'pass' : 'not-covered';
}

const unnamed = (id: string): MigrationFindingFacts => ({ id, sv: id, en: id, source: '–' });

/** What could not be told is counted as wrong: somebody who cannot find the value cannot use it either. */
function sampleOf(sampled: MigrationSampled): SampleResult {
  const { right, wrong, unclear } = sampled;
  const n = right + wrong + unclear;
  return { ...sampled, n, bound: upperBound(wrong + unclear, n) };
}

/** How many differences of some classes there are. */
export const differencesOf = ({ found }: MigrationResult, classes: readonly SafetyClass[]): number =>
  found.filter((one) => classes.includes(one.class)).reduce((sum, { count }) => sum + count, 0);
