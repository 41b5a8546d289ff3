import type { EvidenceSink } from '../domain/evidence.ts';
import type { MigrationExample, MigrationFound, MigrationOpened } from '../domain/migration-evidence.ts';
import { compareKind, DIFFERENCES, type Sides } from './compare.ts';
import { type Engine, quoted, sqlOf } from './engine.ts';
import type { Extract } from './extract/source.ts';
import type { FindingKind } from './load-data.ts';
import type { Mapping } from './mapping.ts';
import { PEOPLE, type RecordKind } from './record.ts';
import { DRAWING, drawSql, readJudged, writeSample } from './sample.ts';
import { directorySql, type Side, stagingSql } from './stage.ts';

/** What is compared, and where what people read is written. */
export interface Reconciliation {
  readonly engine: Engine;
  readonly sides: Sides;
  readonly mapping: Mapping;
  readonly kinds: readonly RecordKind[];
  readonly findings: readonly FindingKind[];
  readonly told: Pick<MigrationOpened, 'target' | 'corrected'> & { readonly source: string };
  readonly seed: number;
  /** Only so many people, drawn by the seed; everybody when absent. */
  readonly people?: number;
  /** How many single values are drawn for people's eyes, and the list that they have filled in. */
  readonly sample: number;
  readonly judged?: string;
  /** Where all differences and the list for people's eyes are written. */
  readonly files: { readonly differences: string; readonly sample: string };
  readonly sink: EvidenceSink;
  readonly signal: AbortSignal;
  /** Told what is compared now, and how many kinds there are. */
  readonly progress?: (kind: RecordKind, number: number, all: number) => void;
}

/** So many differences of a kind are told in the evidence; the list beside it has all. */
const EXAMPLES = 10;

/**
 * Holds a source against a target, kind by kind, and records what came of it: counts and control totals, what is missing and
 * what was invented, every field of every row, and a sample for people's eyes. What differs is named by the first finding
 * whose condition holds.
 */
export async function reconcile(reconciliation: Reconciliation): Promise<void> {
  const { engine, sides, mapping, kinds, seed, sink, signal, progress } = reconciliation;
  await engine.run(DIFFERENCES);
  await engine.run(DRAWING);
  for (const [side, extract] of Object.entries(sides) as [Side, Extract][]) {
    await engine.run(directorySql(side, 'person', extract.persons));
    await engine.run(directorySql(side, 'unit', extract.units));
  }
  sink(await opened(reconciliation));
  const isSample = reconciliation.people !== undefined;
  for (const [index, kind] of kinds.entries()) {
    signal.throwIfAborted();
    progress?.(kind, index + 1, kinds.length);
    const { event, fields } = await compareKind(kind, { engine, sides, mapping, isSample });
    sink(event);
    if (event.reason !== undefined) continue;
    await engine.run(drawSql(kind, fields, { size: reconciliation.sample, seed }));
    for (const side of Object.keys(sides)) await engine.run(`DROP TABLE IF EXISTS ${side}_${kind.name}`);
  }
  for (const found of await foundIn(reconciliation)) sink(found);
  const drawn = await writeSample(engine, reconciliation.sample, reconciliation.files.sample);
  const { judged } = reconciliation;
  if (judged !== undefined) sink({ type: 'migration-sampled', drawn, ...(await readJudged(engine, judged)) });
}

/** Which people are compared. */
export interface Choice extends Pick<Reconciliation, 'engine' | 'mapping' | 'kinds' | 'seed'> {
  readonly source: Extract;
  /** So many of them, drawn by the seed; all when absent. */
  readonly people?: number;
}

/** The people of a source, and those that are compared; the table `chosen` holds the latter. */
export async function choosePeople({
  engine,
  source,
  mapping,
  kinds,
  seed,
  people,
}: Choice): Promise<MigrationOpened['people']> {
  const patient = kinds.find(({ name }) => name === PEOPLE);
  const raw = patient && source.rowsOf(patient);
  if (patient === undefined || raw === undefined)
    throw mapping.refused('Källan säger inte vilka personerna är; beskriv slaget patient.', [
      'csv',
      'records',
    ]);
  for (const [what, rows] of [
    ['person', source.persons],
    ['unit', source.units],
  ] as const)
    await engine.run(directorySql('source', what, rows));
  const fields = patient.fields.filter(({ name }) => name === 'identity');
  const of = {
    side: 'source',
    kind: patient,
    raw,
    fields,
    key: 'natural',
    changes: [],
    isSample: false,
  } as const;
  await engine.run(stagingSql(of));
  await engine.run(
    `CREATE OR REPLACE TABLE chosen AS SELECT person AS known FROM (SELECT DISTINCT person FROM source_patient)
     ${people === undefined ? '' : `ORDER BY hash(person, ${seed}) LIMIT ${people}`}`,
  );
  const [row] = await engine.rows<MigrationOpened['people']>(
    'SELECT (SELECT count(DISTINCT person) FROM source_patient) AS source, count(*) AS compared FROM chosen',
  );
  if (row === undefined || row.source === 0)
    throw mapping.refused('Källan har inga personer; ange mappen med hela utdraget.', []);
  return row;
}

/** Says what is compared with what. */
async function opened(reconciliation: Reconciliation): Promise<MigrationOpened> {
  const { sides, mapping, findings, told } = reconciliation;
  const people = await choosePeople({ ...reconciliation, source: sides.source });
  const { name, hash, changes } = mapping;
  return {
    type: 'migration-opened',
    source: { name: told.source, format: sides.source.format },
    target: told.target,
    ...(told.corrected === undefined ? {} : { corrected: told.corrected }),
    ...(hash === undefined
      ? {}
      : {
          mapping: {
            ...{ name, hash },
            changes: changes.map(({ record, field, why }) => ({
              record,
              why,
              ...(field === undefined ? {} : { field }),
            })),
          },
        }),
    people,
    findings: findings.map(({ when: _, ...facts }) => facts),
  };
}

/** Names every difference, writes them all down, and tells how many of each kind there are with examples. */
async function foundIn({ engine, kinds, findings, files, seed }: Reconciliation): Promise<MigrationFound[]> {
  await engine.run(
    sqlOf('found', {
      named: findings.map(({ id, when }) => `WHEN ${when} THEN ${quoted(id)}`).join('\n    '),
      classes: findings
        .flatMap(({ id, class: own }) => (own === undefined ? [] : [`WHEN ${quoted(id)} THEN ${own}`]))
        .join('\n    '),
    }),
  );
  await engine.run(
    `COPY (SELECT finding AS fynd, class AS klass, ref AS post, person, field AS "fält", source AS "källan", target AS "målet" FROM found ORDER BY ALL)
     TO ${quoted(files.differences)} (HEADER, DELIMITER ';')`,
  );
  const counted = await engine.rows<Pick<MigrationFound, 'finding' | 'class' | 'count' | 'people'>>(
    'SELECT finding, class, count(*) AS count, count(DISTINCT person) AS people FROM found GROUP BY finding, class ORDER BY class',
  );
  const examples = await engine.rows<Row>(sqlOf('examples', { seed: `${seed}`, most: `${EXAMPLES}` }));
  const hidden = new Set(
    kinds.flatMap(({ name, fields }) =>
      fields.filter((field) => field.hidden).map((field) => `${name}.${field.name}`),
    ),
  );
  return findings.flatMap(({ id }) =>
    counted
      .filter(({ finding }) => finding === id)
      .map((own) => ({
        type: 'migration-found' as const,
        ...own,
        examples: examples
          .filter((row) => row.finding === id && row.class === own.class)
          .map((row) => exampleOf(row, hidden)),
      })),
  );
}

interface Row {
  readonly finding: string;
  readonly class: number;
  readonly record: string;
  readonly ref: string;
  readonly field: string | null;
  readonly source: string | null;
  readonly target: string | null;
}

/** Free text is told as far as shows where it differs. */
const LONGEST = 80;

function exampleOf(
  { record, ref, field, source, target }: Row,
  hidden: ReadonlySet<string>,
): MigrationExample {
  const isHidden = field === 'person' || hidden.has(`${record}.${field}`);
  const value = (name: 'source' | 'target', text: string | null) =>
    isHidden || text === null ? {} : { [name]: text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text };
  return {
    ...{ record, ref },
    ...(field === null ? {} : { field }),
    ...value('source', source),
    ...value('target', target),
  };
}
