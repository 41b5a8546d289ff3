import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Two connections to one SQLite file: what is being written is not seen by readers until it is whole. */
export interface Connections {
  readonly writing: Database.Database;
  readonly reading: Database.Database;
  /** Closes both; a temporary file is removed. */
  close(): void;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS resource (
    key INTEGER PRIMARY KEY,
    type TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    content TEXT NOT NULL,
    UNIQUE (type, id)
  );
  CREATE TABLE IF NOT EXISTS earlier_version (
    key INTEGER NOT NULL,
    version INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (key, version)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS search_parameter (
    id INTEGER PRIMARY KEY,
    type TEXT NOT NULL,
    code TEXT NOT NULL,
    UNIQUE (type, code)
  );
  CREATE TABLE IF NOT EXISTS search_value (
    key INTEGER NOT NULL,
    parameter INTEGER NOT NULL,
    value TEXT NOT NULL,
    system TEXT NOT NULL,
    low REAL NOT NULL,
    high REAL NOT NULL,
    PRIMARY KEY (key, parameter, value, system, low, high)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS search_by_value ON search_value (parameter, value, system);
`;

/** Opens the store in a directory, or in a temporary one that is gone afterwards. */
export function openDatabase(directory?: string): Connections {
  const folder = directory ?? mkdtempSync(join(tmpdir(), 'genrep-reference-'));
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'reference.sqlite');
  const writing = new Database(file);
  writing.pragma('journal_mode = WAL');
  writing.pragma(`synchronous = ${directory === undefined ? 'OFF' : 'NORMAL'}`);
  writing.exec(SCHEMA);
  const reading = new Database(file, { readonly: true });
  return {
    writing,
    reading,
    close: () => {
      reading.close();
      writing.close();
      if (directory === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
