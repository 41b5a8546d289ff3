import { rowsOf } from '../../features/support/table-rows.ts';

/** The rows of an attempt, which may lack some: that they are asked for is what is tried. */
export function rowsAttempted(
  table: readonly (readonly string[])[],
  rows: readonly string[],
): Readonly<Record<string, string>> {
  const there = rows.filter((row) => table.some(([name]) => name === row));
  return rowsOf(table, there.length === 0 ? rows : there);
}
