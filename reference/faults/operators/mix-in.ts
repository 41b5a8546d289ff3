import type { Operator, Thing } from '../operator.ts';
import { whose } from '../whose.ts';

export const mixIn: Operator = {
  name: 'mix-in',
  does: 'In a list of one patient there is also a row of another’s: one that was listed there before.',
  places: ['search'],
  options: {},
  apply(thing, { met }) {
    const rows: readonly Thing[] = Array.isArray(thing.rows) ? thing.rows : [];
    const own = rows.map(whose).find((person) => person !== undefined);
    if (own === undefined || rows.some((row) => whose(row) !== own)) return undefined;
    const strange = met
      .flatMap(({ rows: others }): Thing[] => (Array.isArray(others) ? others : []))
      .find((row) => whose(row) !== undefined && whose(row) !== own);
    return strange === undefined ? undefined : { things: [{ ...thing, rows: [...rows, strange] }] };
  },
};
