import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { InputError } from '../domain/input-error.ts';
import type { TableShape } from './table.ts';
import { EVIDENCE_TABLES, type ExportedRun, summaryOf } from './tables/evidence.ts';
import { POPULATION_TABLES, type PopulationTable } from './tables/population.ts';
import { quoted, type Warehouse } from './warehouse.ts';

/** A table that was written. */
export interface WrittenTable {
  readonly name: string;
  readonly rows: number;
  readonly bytes: number;
}

/** What is exported: runs, a population, or both. */
export interface Exported {
  readonly runs: readonly ExportedRun[];
  /** Folder of a population of FHIR NDJSON, packed or not. */
  readonly population?: string;
}

/** Every table as a file of Parquet in a folder, those without rows too: a query finds every table it asks for. */
export async function writeTables(
  warehouse: Warehouse,
  { runs, population }: Exported,
  folder: string,
): Promise<WrittenTable[]> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'genrep-analytics-'));
  try {
    const written: WrittenTable[] = [];
    const weighed = runs.map((run) => ({ run, summary: summaryOf(run) }));
    for (const table of EVIDENCE_TABLES) {
      const lines = path.join(scratch, `${table.name}.ndjson`);
      async function* text() {
        for (const { run, summary } of weighed)
          for await (const row of table.rows(run, summary)) yield `${JSON.stringify(row)}\n`;
      }
      await pipeline(Readable.from(text()), createWriteStream(lines));
      written.push(
        await writeParquet(warehouse, table, `SELECT ${names(table)} FROM ${rowsIn(table, lines)}`, folder),
      );
    }
    for (const table of POPULATION_TABLES) {
      const select = await selectOf(table, population);
      written.push(
        await writeParquet(warehouse, table, select, folder).catch((error: unknown) => {
          throw new InputError(
            `Befolkningen i ${population} går inte att läsa (${String(error).split('\n')[0]}); gör om den med genrep generate population.`,
          );
        }),
      );
    }
    return written;
  } finally {
    await rm(scratch, { recursive: true });
  }
}

/** Makes every table of a folder of Parquet known to a warehouse by its name. */
export async function openTables(warehouse: Warehouse, folder: string): Promise<void> {
  for (const { name } of [...EVIDENCE_TABLES, ...POPULATION_TABLES])
    await warehouse.run(
      `CREATE OR REPLACE VIEW ${name} AS SELECT * FROM read_parquet(${quoted(path.join(folder, `${name}.parquet`))})`,
    );
}

async function writeParquet(
  warehouse: Warehouse,
  { name }: TableShape,
  select: string,
  folder: string,
): Promise<WrittenTable> {
  const file = path.join(folder, `${name}.parquet`);
  await warehouse.run(`COPY (${select}) TO ${quoted(file)} (FORMAT parquet, COMPRESSION zstd)`);
  const { rows } = await warehouse.ask(`SELECT count(*) AS n FROM read_parquet(${quoted(file)})`);
  return { name, rows: Number(rows[0]?.n), bytes: (await stat(file)).size };
}

const names = ({ columns }: TableShape): string => columns.map(({ name }) => `"${name}"`).join(', ');

/** Lines of JSON as a table of exactly these columns and types: nothing is guessed from the first rows. */
function rowsIn({ columns }: TableShape, file: string): string {
  const types = columns.map(({ name, type }) => `${quoted(name)}: ${quoted(type)}`).join(', ');
  return `read_json(${quoted(file)}, format = 'newline_delimited', columns = {${types}}, maximum_object_size = 268435456)`;
}

/** A table of the population out of its resources; an empty one of the same shape where there is no population. */
async function selectOf(table: PopulationTable, population: string | undefined): Promise<string> {
  const files = population === undefined ? [] : await filesOf(population, table.resource);
  const columns = table.columns.map(({ name, type }) => ({ name, type, sql: table.sql[name] ?? 'NULL' }));
  if (files.length === 0) {
    const empty = columns.map(({ name, type }) => `CAST(NULL AS ${type}) AS "${name}"`);
    return `SELECT ${empty.join(', ')} WHERE false`;
  }
  const types = Object.entries(table.read).map(([name, type]) => `${quoted(name)}: ${quoted(type)}`);
  const list = files.map(quoted).join(', ');
  const chosen = columns.map(({ name, type, sql }) => `CAST(${sql} AS ${type}) AS "${name}"`);
  return `SELECT ${chosen.join(', ')} FROM read_json([${list}], format = 'newline_delimited', columns = {${types.join(', ')}})`;
}

/** The files of a kind of resource in every shard, in the order of the people. */
async function filesOf(population: string, resource: string): Promise<string[]> {
  const entries = await readdir(population, { recursive: true });
  return entries
    .filter((entry) =>
      new RegExp(`(^|/)${resource}[.]ndjson([.](gz|zst))?$`).test(entry.replaceAll(path.sep, '/')),
    )
    .toSorted()
    .map((entry) => path.join(population, entry));
}
