import { existsSync } from 'node:fs';
import { InputError } from '../domain/input-error.ts';
import type { MigrationSampled } from '../domain/migration-evidence.ts';
import { type Engine, named, quoted, sqlOf } from './engine.ts';
import type { Field, RecordKind } from './record.ts';

/** The words of the list that people fill in. */
const JUDGEMENTS = ['rätt', 'fel', 'oklart'] as const;

export const DRAWING = `CREATE OR REPLACE TABLE drawn (draw UBIGINT, record VARCHAR, ref VARCHAR, person VARCHAR, field VARCHAR, source VARCHAR)`;

/**
 * SQL that draws single values of one kind of record, each of a record of its own. Of all records the `size` with the least
 * hash of id and seed are drawn, whatever their kind, which is a simple random sample without replacement: one value a record,
 * since faults of a record come together and would make the sample look larger than it is.
 */
export function drawSql(
  kind: RecordKind,
  fields: readonly Field[],
  { size, seed }: { size: number; seed: number },
): string {
  const shown = kind.fields.filter((field) => fields.includes(field) && field.as !== 'person');
  const values = shown.map(({ name, sv }) => `{field: ${quoted(sv)}, value: ${named(name)}}`);
  return sqlOf('draw', {
    ...{ record: kind.name, resource: kind.resource, sv: kind.sv.replaceAll("'", "''") },
    ...{ values: `[${values.join(', ')}]`, size: `${size}`, seed: `${seed}` },
  });
}

/** Keeps the values with the least hash of all kinds, and writes the list that people fill in. */
export async function writeSample(engine: Engine, size: number, file: string): Promise<number> {
  await engine.run(
    `DELETE FROM drawn WHERE draw NOT IN (SELECT draw FROM drawn ORDER BY draw LIMIT ${size})`,
  );
  await engine.run(`COPY (SELECT row_number() OVER (ORDER BY draw) AS nr, record AS uppgift, ref AS post, person, field AS "fält",
    source AS "källan", '' AS "bedömning", '' AS anteckning FROM drawn ORDER BY draw)
    TO ${quoted(file)} (HEADER, DELIMITER ';')`);
  const [row] = await engine.rows<{ n: number }>('SELECT count(*) AS n FROM drawn');
  return row?.n ?? 0;
}

/**
 * Reads the list back with what people have judged. Throws InputError for a list that was drawn otherwise, since a sample that
 * somebody chose shows nothing, and for a word that is no judgement.
 */
export async function readJudged(
  engine: Engine,
  file: string,
): Promise<Omit<MigrationSampled, 'type' | 'drawn'>> {
  if (!existsSync(file))
    throw new InputError(`Filen ${file} finns inte; ange listan stickprov.csv med bedömningarna.`);
  const list = `read_csv(${quoted(file)}, header = true, all_varchar = true, delim = ';', quote = '"', escape = '"')`;
  const columns = await engine.rows<{ column_name: string }>(`DESCRIBE SELECT * FROM ${list}`);
  for (const column of ['nr', 'post', 'fält', 'bedömning'])
    if (!columns.some(({ column_name }) => column_name === column))
      throw new InputError(
        `Listan har ingen kolumn "${column}"; spara den som CSV med semikolon, med sina kolumner kvar.`,
        { file, line: 1 },
      );
  const words = JUDGEMENTS.map((word) => `'${word}'`).join(', ');
  const [wrong] = await engine.rows<{ nr: string; said: string; known: boolean }>(`
    SELECT j.nr, trim(j."bedömning") AS said, d.ref IS NOT NULL AS known
    FROM ${list} j LEFT JOIN drawn d ON d.ref = j.post AND d.field = j."fält"
    WHERE d.ref IS NULL OR coalesce(lower(trim(j."bedömning")), '') NOT IN ('', ${words})
    ORDER BY TRY_CAST(j.nr AS INTEGER) LIMIT 1`);
  if (wrong !== undefined)
    throw new InputError(
      wrong.known
        ? `Nr ${wrong.nr} har bedömningen "${wrong.said}"; skriv ${JUDGEMENTS.join(', ')} eller inget.`
        : `Nr ${wrong.nr} är inte draget ur den här källan med det här fröet; använd listan som avstämningen skrev.`,
      { file },
    );
  const [counted] = await engine.rows<{ right: number; wrong: number; unclear: number }>(`
    SELECT count(*) FILTER (said = 'rätt') AS "right", count(*) FILTER (said = 'fel') AS wrong,
      count(*) FILTER (said = 'oklart') AS unclear
    FROM (SELECT DISTINCT post, "fält", lower(trim("bedömning")) AS said FROM ${list})`);
  return counted ?? { right: 0, wrong: 0, unclear: 0 };
}
