import type { MigrationCell, MigrationCompared, MigrationControl } from '../domain/migration-evidence.ts';
import { type Engine, named, quoted, sqlOf } from './engine.ts';
import { type Extract, toldBy } from './extract/source.ts';
import type { Change, Mapping } from './mapping.ts';
import { type Field, PEOPLE, PERSON, type RecordKind } from './record.ts';
import { type Side, stagingSql } from './stage.ts';

/** The two sides, and the target as it was corrected before the latest synchronisation where there is such an extract. */
export interface Sides {
  readonly source: Extract;
  readonly target: Extract;
  readonly corrected?: Extract;
}

/** How one kind is compared. */
export interface Comparing {
  readonly engine: Engine;
  readonly sides: Sides;
  readonly mapping: Mapping;
  /** Whether only the people of the table `chosen` are compared. */
  readonly isSample: boolean;
}

/** So many cells of counts that differ are told; the findings tell each record. */
const MOST_CELLS = 20;

export const DIFFERENCES =
  'CREATE TABLE difference (how VARCHAR, record VARCHAR, class INTEGER, ref VARCHAR, person VARCHAR, field VARCHAR, source VARCHAR, target VARCHAR)';

/** One kind of record that was compared: what it came to, and by which fields. */
export interface Compared {
  readonly event: MigrationCompared;
  readonly fields: readonly Field[];
}

/** Makes the tables of one kind, holds them against each other layer by layer, and leaves what differs in `difference`. */
export async function compareKind(kind: RecordKind, comparing: Comparing): Promise<Compared> {
  const { engine, sides, mapping } = comparing;
  const rows = { source: sides.source.rowsOf(kind), target: sides.target.rowsOf(kind) };
  if (rows.source === undefined || rows.target === undefined)
    return { event: notCompared(kind, rows.source === undefined ? 'källan' : 'målet'), fields: [] };
  const changes = mapping.changes.filter(({ record }) => record === kind.name);
  const ignored = new Set(
    changes.flatMap(({ field, ignore }) => (ignore === true && field !== undefined ? [field] : [])),
  );
  const told = toldBy(rows.source, kind).filter((field) =>
    toldBy(rows.target as never, kind).includes(field),
  );
  const fields = told.filter(({ name }) => !ignored.has(name));
  await stageAll(kind, comparing, fields, changes);
  const leftOut = await takeLeftOut(engine, kind);
  const cells = await differingCells(engine, kind, fields);
  const controls = await differingControls(engine, fields, kind);
  await findDifferences(kind, comparing, fields);
  const tally = await tallied(engine, kind);
  const words = ({ name, sv, en }: Field) => ({ name, sv, en });
  return {
    fields,
    event: {
      ...{ type: 'migration-compared', record: kind.name, sv: kind.sv, en: kind.en, class: kind.class },
      ...{ rows: { ...tally, leftOut }, cells, controls },
      fields: fields.map(words),
      untold: kind.fields.filter((field) => !told.includes(field)).map(words),
    },
  };
}

const notCompared = (kind: RecordKind, who: string): MigrationCompared => ({
  ...{ type: 'migration-compared', record: kind.name, sv: kind.sv, en: kind.en, class: kind.class },
  reason: `${who} säger inget om den`,
  rows: { source: 0, target: 0, leftOut: 0, same: 0, changed: 0, lost: 0, invented: 0, doubled: 0 },
  ...{ cells: [], controls: [], fields: [], untold: [] },
});

async function stageAll(
  kind: RecordKind,
  { engine, sides, mapping, isSample }: Comparing,
  fields: readonly Field[],
  changes: readonly Change[],
) {
  const everyone = Object.entries(sides) as [Side, Extract][];
  const key = everyone.every(([, extract]) => extract.hasIds(kind)) ? mapping.key : 'natural';
  for (const [side, extract] of everyone) {
    const raw = extract.rowsOf(kind);
    if (raw === undefined) continue;
    const own = side === 'source' ? changes : [];
    await engine.run(stagingSql({ side, kind, raw, fields, key, changes: own, isSample }));
  }
}

/** Takes out of the source what is declared not to be moved, and tells how much it was. */
async function takeLeftOut(engine: Engine, { name }: RecordKind): Promise<number> {
  const [row] = await engine.rows<{ n: number }>(
    `SELECT count(*) AS n FROM source_${name} WHERE is_left_out`,
  );
  const count = row?.n ?? 0;
  if (count > 0) await engine.run(`DELETE FROM source_${name} WHERE is_left_out`);
  return count;
}

const columnOr = (name: string | undefined, fields: readonly Field[], prefix = ''): string =>
  name !== undefined && fields.some((field) => field.name === name)
    ? `${prefix}${named(name)}`
    : 'NULL::VARCHAR';

async function differingCells(
  engine: Engine,
  kind: RecordKind,
  fields: readonly Field[],
): Promise<MigrationCell[]> {
  const status = columnOr(kind.status, fields);
  const cells = await engine.rows<Record<string, string | number | null>>(
    sqlOf('counts', { record: kind.name, status, most: `${MOST_CELLS}` }),
  );
  return cells.map(
    (cell) =>
      Object.fromEntries(
        Object.entries(cell).filter(([, value]) => value !== null),
      ) as unknown as MigrationCell,
  );
}

/** Layer 2: how many have each field, the sums of numbers, the first and the last of times. */
async function differingControls(
  engine: Engine,
  fields: readonly Field[],
  { name }: RecordKind,
): Promise<MigrationControl[]> {
  const asked = fields.flatMap(({ name: field, as, sum }) => {
    const column = named(field);
    const figure = (what: MigrationControl['what'], sql: string) => ({ field, what, sql });
    return [
      figure('filled', `CAST(count(${column}) AS VARCHAR)`),
      ...(sum ? [figure('sum', `CAST(round(fsum(TRY_CAST(${column} AS DOUBLE)), 3) AS VARCHAR)`)] : []),
      ...(as === 'instant' ? [figure('least', `min(${column})`), figure('most', `max(${column})`)] : []),
    ];
  });
  const columns = asked.map(({ sql }, index) => `${sql} AS c${index}`).join(', ');
  const of = async (side: Side) =>
    (await engine.rows<Record<string, string | null>>(`SELECT ${columns} FROM ${side}_${name}`))[0];
  const [source, target] = [await of('source'), await of('target')];
  return asked.flatMap(({ field, what }, index) => {
    const [one, other] = [source?.[`c${index}`] ?? '–', target?.[`c${index}`] ?? '–'];
    return one === other ? [] : [{ field, what, source: one, target: other }];
  });
}

/** Layers 3 and 4, and what was corrected and has come back. */
async function findDifferences(kind: RecordKind, { engine, sides }: Comparing, fields: readonly Field[]) {
  const isCorrected = sides.corrected !== undefined;
  const compared = kind.name === PEOPLE ? fields : [PERSON, ...fields];
  const pairs = (one: string, other: string): string =>
    `[${compared
      .map(
        ({ name, class: own = kind.class }) =>
          `{field: ${quoted(name)}, class: ${own}, source: ${one}.${named(name)}, target: ${other}.${named(name)}}`,
      )
      .join(', ')}]`;
  const of = { record: kind.name, resource: kind.resource, class: `${kind.class}` };
  const corrected = `corrected_${kind.name}`;
  await engine.run(
    sqlOf('keys', {
      ...of,
      status: columnOr(kind.status, fields, 's.'),
      code: columnOr('code', fields, 't.'),
      notRemoved: isCorrected ? `WHERE s.k IN (SELECT k FROM ${corrected})` : '',
      notWritten: isCorrected ? `WHERE t.k NOT IN (SELECT k FROM ${corrected})` : '',
    }),
  );
  await engine.run(
    sqlOf('fields', {
      ...of,
      pairs: pairs('s', 't'),
      before: isCorrected ? `LEFT JOIN ${corrected} c USING (k)` : '',
      notCorrected: isCorrected ? 'AND c.h IS DISTINCT FROM t.h' : '',
    }),
  );
  if (isCorrected) await engine.run(sqlOf('returned', { ...of, pairs: pairs('c', 't') }));
  const knowsNames = ['family', 'given', 'birthDate', 'gender'].every((name) =>
    fields.some((field) => field.name === name),
  );
  if (kind.name === PEOPLE && knowsNames) await engine.run(sqlOf('linked', of));
}

type Tally = Omit<MigrationCompared['rows'], 'leftOut'>;

async function tallied(engine: Engine, { name }: RecordKind): Promise<Tally> {
  const [row] = await engine.rows<Tally>(sqlOf('tally', { record: name }));
  if (row === undefined) throw new Error('A count has no answer.');
  return row;
}
