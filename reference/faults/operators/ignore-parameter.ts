import type { Operator, Thing } from '../operator.ts';

export const ignoreParameter: Operator = {
  name: 'ignore-parameter',
  does: 'A search is answered as if it had not asked for this: the patient, the status.',
  places: ['query'],
  options: { parameter: { type: 'string', minLength: 1 } },
  required: ['parameter'],
  apply(thing, { options }) {
    const filters: readonly Thing[] = Array.isArray(thing.filters) ? thing.filters : [];
    const kept = filters.filter(({ code }) => code !== options.parameter);
    return kept.length === filters.length ? undefined : { things: [{ ...thing, filters: kept }] };
  },
};
