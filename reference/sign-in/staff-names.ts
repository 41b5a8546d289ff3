import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const { given, family }: { readonly given: readonly string[]; readonly family: readonly string[] } = parse(
  readFileSync(new URL('./staff-names.yaml', import.meta.url), 'utf8'),
);

/** What somebody in a row of staff is called; different for as many as there are pairs of names. */
export const staffName = (place: number): string =>
  `${given[place % given.length]} ${family[place % family.length]}`;
