import type { InputPosition } from '../../domain/input-error.ts';
import { InputError } from '../../domain/input-error.ts';
import type { ListedItem, TraceFile } from '../../domain/trace.ts';
import { readTable } from '../../input/csv-source.ts';
import { didYouMean } from '../../input/suggest.ts';
import { readReqif } from './read-reqif.ts';

/** A list before it is known which of its columns is which: a table, whatever file it came from. */
export interface ListTable {
  readonly file: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly position: InputPosition }[];
}

/**
 * The items of somebody else's list. Throws InputError with file and line for a column that is not there, an item without id
 * or text, and an id that stands twice.
 */
export function readList(file: string, columns: TraceFile['columns']): ListedItem[] {
  const { heads, rows, file: shown } = file.endsWith('.csv') ? readTable(file) : readReqif(file);
  const at = (name: string): number => {
    const index = heads.findIndex((head) => head.toLowerCase() === name.toLowerCase());
    if (index >= 0) return index;
    throw new InputError(
      `Listan har ingen kolumn "${name}"${didYouMean(name, heads) || '.'} Den har ${heads.join(', ')}; rätta columns i spårfilen.`,
      { file: shown, line: 1 },
    );
  };
  const [id, text] = [at(columns.id), at(columns.text)];
  const priority = columns.priority === undefined ? undefined : at(columns.priority);
  const seen = new Map<string, InputPosition>();
  return rows.map(({ cells, position }) => {
    const item = { id: cells[id] ?? '', text: cells[text] ?? '' };
    const lacking = item.id === '' ? columns.id : item.text === '' ? columns.text : undefined;
    if (lacking !== undefined) throw new InputError(`Raden saknar ${lacking}; fyll i den.`, position);
    if (seen.has(item.id))
      throw new InputError(
        `"${item.id}" står redan på rad ${seen.get(item.id)?.line}; ge var rad sitt eget id.`,
        position,
      );
    seen.set(item.id, position);
    const told = priority === undefined ? '' : (cells[priority] ?? '');
    return told === '' ? item : { ...item, priority: told };
  });
}
