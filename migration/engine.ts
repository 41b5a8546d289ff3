import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { InputError } from '../domain/input-error.ts';

/** An analytical engine over files, with its own place on disk for what does not fit in memory. */
export interface Engine {
  /** Does what SQL says and answers with nothing. */
  run(sql: string): Promise<void>;
  rows<T extends object>(sql: string): Promise<T[]>;
  close(): Promise<void>;
}

export interface EngineLimits {
  /** 'MB'; what does not fit is kept on disk meanwhile. */
  readonly memory: number;
  readonly threads: number;
}

/** Opens DuckDB on a file that is gone when it is closed. It fetches nothing: extensions that are not built in are refused. */
export async function openEngine({ memory, threads }: EngineLimits): Promise<Engine> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'genrep-migration-'));
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${memory}MB`,
    threads: `${threads}`,
    temp_directory: path.join(folder, 'spill'),
    preserve_insertion_order: 'false',
    autoinstall_known_extensions: 'false',
  });
  const connection = await instance.connect();
  const engine = engineOver(connection, async () => {
    connection.closeSync();
    instance.closeSync();
    await rm(folder, { recursive: true, force: true });
  });
  await engine.run(sqlOf('macros'));
  return engine;
}

const engineOver = (connection: DuckDBConnection, close: () => Promise<void>): Engine => ({
  run: (sql) =>
    asInput(async () => {
      await connection.run(sql);
    }),
  rows: <T extends object>(sql: string) =>
    asInput(async () => {
      const answer = await connection.runAndReadAll(sql);
      return answer.getRowObjects().map((row) => plain(row) as T);
    }),
  close,
});

/** What the engine says of a file that it cannot read, as a mistake of the user's with its place. */
async function asInput<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    throw (cause instanceof Error && mistakeIn(cause.message)) || cause;
  }
}

function mistakeIn(words: string): InputError | undefined {
  const [, kind, file = '', line, what] = JSON_FAULT.exec(words) ?? [];
  if (kind !== undefined) {
    // DuckDB 1.5.5 counts the line of what is no JSON from 2, and of what is no such JSON from 1.
    const number = Number(line) - (kind === 'Malformed JSON' ? 1 : 0);
    return new InputError(
      `Raden är ingen sådan FHIR-resurs (${what?.trim()}); rätta den eller ta ut filen igen.`,
      { file, line: number },
    );
  }
  const csv = /CSV Error on Line: (\d+)/.exec(words);
  const inFile = /^ *file = (.+)$/m.exec(words)?.[1];
  if (csv === null || inFile === undefined) return undefined;
  const why =
    /^(Expected Number of Columns.*|.* quote.* found.*|.*[Uu]nicode.*)$/m.exec(words)?.[1] ??
    'fel antal kolumner eller citattecken';
  return new InputError(`Raden går inte att läsa som CSV (${why}); rätta den eller ta ut filen igen.`, {
    file: inFile,
    line: Number(csv[1]),
  });
}

const JSON_FAULT = /(Malformed JSON|JSON transform error) in file "([^"]+)".* in line (\d+): *(.*)/;

/** Counts come as big integers; none here is too large for a number. */
const plain = (row: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
  );

/** A file of sql/ with its `{{places}}` filled. */
export function sqlOf(name: string, filled: Readonly<Record<string, string>> = {}): string {
  const text = readFileSync(path.join(import.meta.dirname, 'sql', `${name}.sql`), 'utf8');
  return text.replace(/\{\{(\w+)\}\}/g, (place, key: string) => {
    const value = filled[key];
    if (value === undefined) throw new Error(`sql/${name}.sql has ${place}, which nobody filled.`);
    return value;
  });
}

/** A text, or nothing, as SQL says it. */
export const quoted = (text: string | undefined): string =>
  text === undefined ? 'NULL' : `'${text.replaceAll("'", "''")}'`;

/** A name of a column. */
export const named = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A list of texts. */
export const listed = (texts: readonly string[]): string => `[${texts.map(quoted).join(', ')}]`;
