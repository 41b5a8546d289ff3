import type { SearchRequest } from '@medplum/core';
import type { Resource } from '@medplum/fhirtypes';
import type Database from 'better-sqlite3';
import { type Catalogue, IDENTIFIER_SUFFIX } from '../fhir/catalogue.ts';
import { IN_COLUMNS, indexValues } from './index-values.ts';
import { Searcher, type SearchPage } from './search.ts';

/** One version of a resource as it lies in the store. */
export interface Version {
  readonly version: number;
  /** Epoch milliseconds. */
  readonly updated: number;
  readonly deleted: boolean;
  /** The resource as JSON; of a deletion what was there before. */
  readonly content: string;
}

interface Row {
  readonly key: number;
  readonly version: number;
  readonly updated: number;
  readonly deleted: number;
  readonly content: string;
}

/** Resources, their earlier versions and the search index, on one connection. Knows no authority and no workflow. */
export class ResourceStore {
  readonly #database: Database.Database;
  readonly #catalogue: Catalogue;
  readonly #parameters = new Map<string, number>();
  readonly #searcher: Searcher;
  readonly #statements = new Map<string, Database.Statement>();
  readonly #current: Database.Statement<[string, string], Row>;
  readonly #there: Database.Statement<[string, string]>;

  constructor(database: Database.Database, catalogue: Catalogue) {
    this.#database = database;
    this.#catalogue = catalogue;
    this.#searcher = new Searcher(database, catalogue, (type, code) => this.#parameterId(type, code));
    this.#current = database.prepare(
      'SELECT key, version, updated, deleted, content FROM resource WHERE type = ? AND id = ?',
    );
    this.#there = database.prepare('SELECT 1 FROM resource WHERE type = ? AND id = ? AND deleted = 0');
    for (const { type, code, id } of database
      .prepare<[], { type: string; code: string; id: number }>('SELECT type, code, id FROM search_parameter')
      .iterate()) {
      this.#parameters.set(`${type} ${code}`, id);
    }
  }

  /** Gives every search parameter of the catalogue its number; once, by the writing connection. */
  static prepareParameters(database: Database.Database, catalogue: Catalogue): void {
    const insert = database.prepare('INSERT OR IGNORE INTO search_parameter (type, code) VALUES (?, ?)');
    for (const type of catalogue.types) {
      for (const { code, type: kind } of catalogue.parameters(type)) {
        if (IN_COLUMNS.has(code)) continue;
        insert.run(type, code);
        if (kind === 'reference') insert.run(type, code + IDENTIFIER_SUFFIX);
      }
    }
  }

  read(type: string, id: string): Version | undefined {
    const row = this.#current.get(type, id);
    return row && { ...row, deleted: row.deleted === 1 };
  }

  has(type: string, id: string): boolean {
    return this.#there.get(type, id) !== undefined;
  }

  /** All versions, the newest first. */
  history(type: string, id: string): Version[] {
    const row = this.#current.get(type, id);
    if (row === undefined) return [];
    const earlier = this.#database
      .prepare<[number], Row>('SELECT * FROM earlier_version WHERE key = ? ORDER BY version DESC')
      .all(row.key);
    return [row, ...earlier].map((version) => ({ ...version, deleted: version.deleted === 1 }));
  }

  search(request: SearchRequest): SearchPage {
    return this.#searcher.run(request);
  }

  /** Stores a resource that carries its id, as its first version or as the next one. */
  put(resource: Resource & { id: string }, version: number, updated: number, deleted = false): void {
    const content = JSON.stringify(resource);
    const { resourceType: type, id } = resource;
    this.atomically(() => {
      const before = this.#current.get(type, id);
      const key = before === undefined ? this.#insert(type, id) : before.key;
      if (before !== undefined) this.#keepEarlier(before);
      this.#prepare(
        'UPDATE resource SET version = ?, updated = ?, deleted = ?, content = ? WHERE key = ?',
      ).run(version, updated, deleted ? 1 : 0, content, key);
      if (!deleted) this.#index(key, resource);
    });
  }

  /** Runs a function in one SQLite transaction, or in a part of the one under way. */
  atomically<T>(write: () => T): T {
    return this.#database.transaction(write)();
  }

  begin(): void {
    this.#database.exec('BEGIN IMMEDIATE');
  }

  commit(): void {
    this.#database.exec('COMMIT');
  }

  rollback(): void {
    this.#database.exec('ROLLBACK');
  }

  #insert(type: string, id: string): number {
    return Number(
      this.#prepare("INSERT INTO resource (type, id, version, updated, content) VALUES (?, ?, 0, 0, '')").run(
        type,
        id,
      ).lastInsertRowid,
    );
  }

  #keepEarlier({ key, version, updated, deleted, content }: Row): void {
    this.#prepare(
      'INSERT INTO earlier_version (key, version, updated, deleted, content) VALUES (?, ?, ?, ?, ?)',
    ).run(key, version, updated, deleted, content);
    this.#prepare('DELETE FROM search_value WHERE key = ?').run(key);
  }

  #index(key: number, resource: Resource): void {
    const insert = this.#prepare(
      'INSERT OR IGNORE INTO search_value (key, parameter, value, system, low, high) VALUES (?, ?, ?, ?, ?, ?)',
    );
    for (const { code, value, system, low, high } of indexValues(resource, this.#catalogue)) {
      insert.run(key, this.#parameterId(resource.resourceType, code), value, system, low, high);
    }
  }

  /** Statements are kept: preparing one costs more than running it. */
  #prepare(text: string): Database.Statement {
    const statement = this.#statements.get(text) ?? this.#database.prepare(text);
    this.#statements.set(text, statement);
    return statement;
  }

  #parameterId(type: string, code: string): number {
    const id = this.#parameters.get(`${type} ${code}`);
    if (id === undefined) throw new Error(`The search index has no parameter ${type}.${code}.`);
    return id;
  }
}
