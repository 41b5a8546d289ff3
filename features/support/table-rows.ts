import { didYouMean } from '../../input/suggest.ts';

/**
 * A step's table of names and values as a record. Every row that is wanted is there once, and no other is: a row that
 * nobody reads would be taken for tested.
 */
export function rowsOf<Name extends string>(
  table: readonly (readonly string[])[],
  names: readonly Name[],
): Readonly<Record<Name, string>> {
  const found = new Map<string, string>();
  for (const [name = '', value = '', ...more] of table) {
    if (more.length > 0 || table.some((row) => row.length < 2))
      throw new Error('tabellen ska ha två kolumner, ett namn och ett värde');
    if (!names.some((known) => known === name))
      throw new Error(
        `tabellen ska inte ha raden "${name}"${didYouMean(name, names) || ';'} den ska ha ${names.join(', ')}`,
      );
    if (found.has(name)) throw new Error(`tabellen har raden "${name}" två gånger`);
    found.set(name, value);
  }
  const missing = names.filter((name) => !found.has(name));
  if (missing.length === names.length) throw new Error(`den ska ha raderna ${names.join(', ')}`);
  if (missing.length > 0)
    throw new Error(
      `tabellen saknar ${missing.length === 1 ? 'raden' : 'raderna'} ${missing.join(', ')}; den har ${[...found.keys()].join(', ')}`,
    );
  return Object.fromEntries(found) as Record<Name, string>;
}
