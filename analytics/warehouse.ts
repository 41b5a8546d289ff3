import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/** What a query answers: columns by name, rows as plain values. */
export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string | number | boolean | null>>[];
}

/** An analytical engine in this process, over files; nothing of it is kept. */
export class Warehouse {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  static async open(): Promise<Warehouse> {
    // It fetches no extension: what it needs is built in, and a machine in a hospital reaches no registry.
    const instance = await DuckDBInstance.create(':memory:', {
      autoinstall_known_extensions: 'false',
      preserve_insertion_order: 'true',
    });
    return new Warehouse(instance, await instance.connect());
  }

  async run(sql: string): Promise<void> {
    await this.#connection.run(sql);
  }

  async ask(sql: string): Promise<Answer> {
    const result = await this.#connection.runAndReadAll(sql);
    const columns = result.columnNames();
    const rows = result
      .getRowsJson()
      .map((row) => Object.fromEntries(columns.map((name, index) => [name, plain(row[index])])));
    return { columns, rows };
  }

  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }
}

/** Large whole numbers come as text, so that none loses a digit; no figure of ours is as large. */
function plain(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'string') return JSON.stringify(value);
  return /^-?\d{1,15}$/.test(value) ? Number(value) : value;
}

/** A text in SQL. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
