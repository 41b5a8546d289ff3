import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { journalOf } from '../evidence/testing/journal.ts';
import { generatePopulation } from '../generators/generate-population.ts';
import { readHistory } from '../reports/history.ts';
import { eventsOf } from '../reports/testing/synthetic.ts';
import { pictureOf } from './picture.ts';
import { QUERIES } from './queries.ts';
import { schemaText } from './schema-text.ts';
import { EVIDENCE_TABLES, type ExportedRun } from './tables/evidence.ts';
import { POPULATION_TABLES } from './tables/population.ts';
import { type Answer, Warehouse } from './warehouse.ts';
import { openTables, type WrittenTable, writeTables } from './write-tables.ts';

/** A made-up day with a fault, and six hundred people: what is in the how-to, its pictures among it. */

let folder: string;
let warehouse: Warehouse;
let written: readonly WrittenTable[];
let run: ExportedRun;
let people: string;

const POPULATION = {
  seed: 1,
  people: 600,
  municipalities: ['1443', '1452', '1463', '1465', '1490', '1491'],
  until: '2026-01-01',
  years: 2,
  workers: 1,
  format: 'ndjson',
  compress: 'none',
} as const;
const FAULTS = [
  { kind: 'order-on-laboratory-worklist', every: 3, verdict: 'fail', observed: 'tom lista' },
] as const;
const LACKS = [{ channel: 'ui', kind: 'early-warning-raised', reason: 'sidan visar inte det' }] as const;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'genrep-analytics-'));
  people = path.join(folder, 'people');
  await generatePopulation({ ...POPULATION, out: people });
  const journal = await journalOf(
    eventsOf({ instances: 60, faults: FAULTS, notSupported: LACKS, browserEvery: 5 }),
  );
  run = { folder: journal, history: await readHistory(journal) };
  warehouse = await Warehouse.open();
  written = await writeTables(warehouse, { runs: [run], population: people }, folder);
  await openTables(warehouse, folder);
});
afterAll(async () => {
  warehouse.close();
  await rm(folder, { recursive: true });
});

const one = async (sql: string): Promise<unknown> =>
  Object.values((await warehouse.ask(sql)).rows[0] ?? {})[0];

describe('the tables', () => {
  it('are what the schema in docs says, column by column', async () => {
    await expect(schemaText()).toMatchFileSnapshot('../docs/analytics-schema.md');
    for (const { name, columns } of [...EVIDENCE_TABLES, ...POPULATION_TABLES]) {
      const { rows } = await warehouse.ask(`DESCRIBE ${name}`);
      expect(
        rows.map((each) => [each.column_name, each.column_type]),
        name,
      ).toEqual(columns.map((each) => [each.name, each.type]));
    }
  });

  it('hold every record of the evidence, and every step of every flow', async () => {
    const { history } = run;
    expect(await one('SELECT count(*) FROM events')).toBe(history.journal.records);
    expect(await one('SELECT head FROM runs')).toBe(history.journal.head);
    expect(await one('SELECT count(*) FROM instances')).toBe(60);
    const steps = history.instances.reduce((sum, { flow }) => sum + flow.steps.length, 0);
    expect(await one('SELECT count(*) FROM steps')).toBe(steps);
    const ended = history.instances.reduce((sum, each) => sum + each.ended.size, 0);
    expect(await one('SELECT count(*) FROM steps WHERE ended_at IS NOT NULL')).toBe(ended);
  });

  it('say of a fault what the reports say of it', async () => {
    const broken = await warehouse.ask('SELECT requirement FROM requirements WHERE broken_in > 0');
    expect(broken.rows).not.toEqual([]);
    const failed = await one("SELECT count(*) FROM steps WHERE verdict = 'fail'");
    const inHistory = run.history.instances.flatMap((each) => [...each.ended.values()]);
    expect(failed).toBe(inHistory.filter(({ verdict }) => verdict === 'fail').length);
    expect(failed).toBeGreaterThan(0);
  });

  it('hold every person and contact of the population, and no name or number', async () => {
    const lines = async (resource: string) =>
      (await readFile(path.join(people, 'shard-00000', `${resource}.ndjson`), 'utf8')).trim().split('\n');
    const patients = (await lines('Patient')).map((line) => JSON.parse(line));
    expect(await one('SELECT count(*) FROM people')).toBe(patients.length);
    for (const [table, resource] of [
      ['contacts', 'Encounter'],
      ['diagnoses', 'Condition'],
      ['prescriptions', 'MedicationRequest'],
      ['observations', 'Observation'],
    ] as const)
      expect(await one(`SELECT count(*) FROM ${table} JOIN people USING (person)`), table).toBe(
        (await lines(resource)).length,
      );
    const [first] = patients;
    const { rows } = await warehouse.ask(`SELECT * FROM people WHERE person = '${first.id}'`);
    expect(rows[0]).toMatchObject({
      sex: first.gender,
      born: first.birthDate,
      municipality: first.address[0].district,
    });
    expect(JSON.stringify(rows)).not.toContain(first.name[0].family);
    expect(JSON.stringify(rows)).not.toContain(first.identifier[0].value);
  });

  it('keep the hour that people lived, and no other', async () => {
    const line =
      (await readFile(path.join(people, 'shard-00000', 'Encounter.ndjson'), 'utf8')).split('\n')[0] ?? '';
    const { id, period } = JSON.parse(line);
    const began = await one(`SELECT began FROM contacts WHERE contact = '${id}'`);
    expect(began).toBe(period.start.slice(0, 19).replace('T', ' '));
  });

  it('are there without rows where there is no population, so that every query has an answer', async () => {
    const bare = await mkdtemp(path.join(tmpdir(), 'genrep-analytics-'));
    const other = await Warehouse.open();
    const tables = await writeTables(other, { runs: [run] }, bare);
    await openTables(other, bare);
    expect(tables.find(({ name }) => name === 'people')?.rows).toBe(0);
    for (const { sql } of QUERIES) await expect(other.ask(sql)).resolves.toBeDefined();
    other.close();
    await rm(bare, { recursive: true });
  });

  it('are the same of a population that is packed', async () => {
    const packed = path.join(folder, 'packed');
    await generatePopulation({ ...POPULATION, people: 40, compress: 'zstd', out: packed });
    const other = await Warehouse.open();
    const out = await mkdtemp(path.join(tmpdir(), 'genrep-analytics-'));
    const tables = await writeTables(other, { runs: [], population: packed }, out);
    expect(tables.find(({ name }) => name === 'people')?.rows).toBe(40);
    other.close();
    await rm(out, { recursive: true });
  });

  it('are refused of a population with a line that is cut', async () => {
    const cut = path.join(folder, 'cut');
    await cp(people, cut, { recursive: true });
    const file = path.join(cut, 'shard-00000', 'Patient.ndjson');
    await writeFile(file, (await readFile(file, 'utf8')).slice(0, -40));
    await expect(writeTables(warehouse, { runs: [], population: cut }, cut)).rejects.toThrow(
      'går inte att läsa',
    );
  });
});

describe('ten queries', () => {
  it('are ten, each with an answer that has rows', async () => {
    expect(QUERIES).toHaveLength(10);
    expect(new Set(QUERIES.map(({ id }) => id)).size).toBe(10);
    for (const { id, sql, picture } of QUERIES) {
      const { columns, rows } = await warehouse.ask(sql);
      expect(rows.length, id).toBeGreaterThan(0);
      for (const name of [picture.label, ...picture.figures.map(({ column }) => column)])
        expect(columns, id).toContain(name);
    }
  });

  it('are told in the how-to with their SQL, and their pictures are those of this data', async () => {
    const text = await readFile(path.join(import.meta.dirname, '../docs/how-to/analytics.md'), 'utf8');
    for (const query of QUERIES) {
      const answer: Answer = await warehouse.ask(query.sql);
      expect(text, query.id).toContain(query.sql);
      expect(text).toContain(`../pictures/analytics/${query.id}.svg`);
      await expect(pictureOf(query, answer, { language: 'sv', width: 900 })).toMatchFileSnapshot(
        `../docs/pictures/analytics/${query.id}.svg`,
      );
    }
    const pictures = await readdir(path.join(import.meta.dirname, '../docs/pictures/analytics'));
    expect(pictures.toSorted()).toEqual(QUERIES.map(({ id }) => `${id}.svg`).toSorted());
  });

  it('count every patient once', async () => {
    for (const id of ['settings', 'hours']) {
      const { rows } = await warehouse.ask(QUERIES.find((query) => query.id === id)?.sql ?? '');
      expect(
        rows.reduce((sum, { patients }) => sum + Number(patients), 0),
        id,
      ).toBe(60);
    }
  });
});

it('says how large the files are', () => {
  expect(written.map(({ name }) => name)).toEqual(
    [...EVIDENCE_TABLES, ...POPULATION_TABLES].map(({ name }) => name),
  );
  expect(written.every(({ bytes }) => bytes > 0)).toBe(true);
});
