import type { MigrationCompared, MigrationFound, MigrationSampled } from '../../domain/migration-evidence.ts';
import type { Stage } from '../../domain/stage.ts';
import type { RunHistory } from '../history.ts';
import { runOf } from './synthetic.ts';

const ROWS = { source: 10, target: 10, leftOut: 0, same: 10, changed: 0, lost: 0, invented: 0, doubled: 0 };

/** A kind of record of class 1 that came through whole. */
export const comparedOf = (record: string, change: Partial<MigrationCompared> = {}): MigrationCompared => ({
  ...{ type: 'migration-compared', record, sv: record, en: record, class: 1, rows: ROWS },
  ...{ cells: [], controls: [], fields: [{ name: 'code', sv: 'kod', en: 'code' }], untold: [] },
  ...change,
});

export const lost = (record: string, count: number): MigrationCompared =>
  comparedOf(record, { rows: { ...ROWS, target: 10 - count, same: 10 - count, lost: count } });

export const foundOf = (
  finding: string,
  count: number,
  change: Partial<MigrationFound> = {},
): MigrationFound => ({
  ...{ type: 'migration-found', finding, class: 1, count, people: count },
  examples: [
    { record: 'allergy', ref: 'AllergyIntolerance/a-1', field: 'code', source: '91936005', target: '1' },
  ],
  ...change,
});

export const sampledOf = (right: number, wrong: number, unclear = 0): MigrationSampled => ({
  type: 'migration-sampled',
  ...{ drawn: 5_000, right, wrong, unclear },
});

interface Told {
  readonly stage?: Stage;
  readonly people?: { readonly source: number; readonly compared: number };
  readonly sampled?: MigrationSampled;
}

/** A run in which a migration was compared. */
export function migrationRun(
  compared: readonly MigrationCompared[],
  found: readonly MigrationFound[] = [],
  { stage, people = { source: 100, compared: 100 }, sampled }: Told = {},
): RunHistory {
  const run = runOf({ run: 'migrering', instances: 0, planned: 0, ...(stage && { stage }) });
  return {
    ...run,
    started: { ...run.started, command: 'migration' },
    migration: {
      opened: {
        type: 'migration-opened',
        source: { name: 'Gamla systemet', format: 'csv' },
        target: { name: 'nya', by: 'search' },
        mapping: {
          ...{ name: 'Gamla systemet', hash: 'h' },
          changes: [{ record: 'medication', why: 'Läkemedel tas upp för hand vid första besöket.' }],
        },
        people,
        findings: [
          {
            id: 'allergy-lost',
            sv: 'En överkänslighet saknas',
            en: 'An allergy is missing',
            class: 1,
            source: 'x',
          },
        ],
      },
      ...{ compared, found },
      ...(sampled === undefined ? {} : { sampled }),
    },
  };
}
