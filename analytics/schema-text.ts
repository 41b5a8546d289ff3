import type { TableShape } from './table.ts';
import { EVIDENCE_TABLES } from './tables/evidence.ts';
import { POPULATION_TABLES } from './tables/population.ts';

/** docs/analytics-schema.md: every table and column, written from what the export writes. */
export const schemaText = (): string =>
  [
    '# Schema of the analytical export',
    '',
    'Written from `analytics/tables/` by its test (`vitest run analytics -u`); `npx genrep export --analytics` writes these files.',
    'Types are those of DuckDB and Parquet. A column may be empty where its words say when.',
    '',
    '## Evidence',
    '',
    ...EVIDENCE_TABLES.flatMap(tableText),
    '## Population',
    '',
    'Of the synthetic population, by FHIR resource. No name, number or address is exported.',
    '',
    ...POPULATION_TABLES.flatMap(tableText),
  ].join('\n');

const tableText = ({ name, row, columns }: TableShape): string[] => [
  `### ${name}.parquet`,
  '',
  `A row is ${row}.`,
  '',
  '| column | type | means |',
  '| --- | --- | --- |',
  ...columns.map((each) => `| \`${each.name}\` | ${each.type} | ${each.means} |`),
  '',
];
