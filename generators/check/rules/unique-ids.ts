import type { Rule } from '../rule.ts';
import { IdSet } from './id-set.ts';

/** No two resources of one type have the same id. */
export const UNIQUE_IDS: Rule = {
  name: 'unique-ids',
  title: { sv: 'Varje id finns en gång', en: 'Every id occurs once' },
  watch(_context, tell) {
    const seen = new IdSet();
    return {
      see({ type, id, place }) {
        if (seen.add(`${type}/${id}`)) return;
        tell(place, { sv: `${type}/${id} finns redan`, en: `${type}/${id} is there already` });
      },
    };
  },
};
