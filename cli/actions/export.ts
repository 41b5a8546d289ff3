import { existsSync, readdirSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { type Answered, analyticsPage } from '../../analytics/page.ts';
import { QUERIES } from '../../analytics/queries.ts';
import type { ExportedRun } from '../../analytics/tables/evidence.ts';
import { Warehouse } from '../../analytics/warehouse.ts';
import { openTables, type WrittenTable, writeTables } from '../../analytics/write-tables.ts';
import { InputError } from '../../domain/input-error.ts';
import { readManifest } from '../../generators/output/read-manifest.ts';
import { readHistory } from '../../reports/history.ts';
import { findRun } from '../run-folder.ts';

/** As commander hands them over. */
export interface ExportOptions {
  readonly analytics: true;
  readonly population?: string;
  readonly out: string;
  readonly json?: true;
}

const PAGE = 'analytics.html';

/** `genrep export --analytics`: everything is read and checked before anything is written. */
export async function exportTables(
  named: readonly string[],
  { population, out, json }: ExportOptions,
): Promise<void> {
  if (named.length === 0 && population === undefined)
    throw new InputError('Det finns inget att skriva: ange körningar, eller --population.');
  const folder = path.resolve(out);
  refuseWritten(folder);
  if (population !== undefined) requireNdjson(population);
  const runs = await readRuns(named);
  // A folder that has its name is whole: what breaks on the way leaves none.
  const partial = `${folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  const warehouse = await Warehouse.open();
  try {
    const tables = await writeTables(
      warehouse,
      { runs, ...(population === undefined ? {} : { population: path.resolve(population) }) },
      partial,
    );
    await openTables(warehouse, partial);
    const answered: Answered[] = [];
    for (const query of QUERIES) answered.push({ query, answer: await warehouse.ask(query.sql) });
    await writeFile(path.join(partial, PAGE), analyticsPage(answered, tables));
    await rm(folder, { recursive: true, force: true });
    await rename(partial, folder);
    print(tables, answered, path.join(folder, PAGE), json === true);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  } finally {
    warehouse.close();
  }
}

function print(
  tables: readonly WrittenTable[],
  answered: readonly Answered[],
  page: string,
  asJson: boolean,
): void {
  const answers = answered.map(({ query, answer }) => ({ query: query.id, ...answer }));
  const lines = tables.map(({ name, rows }) => `${name.padEnd(16)} ${rows} rader`);
  process.stdout.write(
    asJson
      ? `${JSON.stringify({ tables, answers, page })}\n`
      : `${lines.join('\n')}\nTio frågor besvarade: ${path.relative(process.cwd(), page)}\n`,
  );
}

/** The same run twice would count all that happened in it twice. */
async function readRuns(named: readonly string[]): Promise<ExportedRun[]> {
  const runs = await Promise.all(
    named.map(async (run) => ({ folder: findRun(run), history: await readHistory(findRun(run)) })),
  );
  const ids = runs.map(({ history }) => history.started.run);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined)
    throw new InputError(`Körningen ${twice} är angiven två gånger; ange var körning en gång.`);
  return runs;
}

function requireNdjson(population: string): void {
  const { choices } = readManifest(population);
  if (choices.format === 'ndjson') return;
  throw new InputError(
    `Befolkningen i ${population} är ${choices.format}; tabeller görs av NDJSON (genrep generate population --format ndjson).`,
  );
}

/** Tables of two exports in one folder would be read as one. */
function refuseWritten(folder: string): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  throw new InputError(
    `Mappen ${path.relative(process.cwd(), folder)} är inte tom; ange en ny mapp med --out.`,
  );
}
