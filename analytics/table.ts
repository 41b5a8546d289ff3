/** Types of columns, as DuckDB and Parquet know them. */
export type ColumnType =
  | 'VARCHAR'
  | 'VARCHAR[]'
  | 'INTEGER'
  | 'BIGINT'
  | 'DOUBLE'
  | 'BOOLEAN'
  | 'DATE'
  /** UTC. */
  | 'TIMESTAMP';

export interface TableColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** What it means, with its unit; where it may be empty, when. */
  readonly means: string;
}

/** A table of the export, and so a file of Parquet. */
export interface TableShape {
  readonly name: string;
  /** What one row is. */
  readonly row: string;
  readonly columns: readonly TableColumn[];
}

/** A column in few words. */
export const column = (name: string, type: ColumnType, means: string): TableColumn => ({ name, type, means });
