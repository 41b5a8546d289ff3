import type { Facts, Fault, Wanted } from './fault.ts';
import { valuesAt } from './fields.ts';

const isOneOf = (found: unknown, wanted: Exclude<Wanted, { readonly not: unknown }>): boolean =>
  Array.isArray(wanted) ? wanted.includes(found as string) : wanted === found;

function fits(found: unknown, wanted: Wanted): boolean {
  if (typeof wanted === 'object' && !Array.isArray(wanted) && 'not' in wanted)
    return !isOneOf(found, wanted.not);
  return isOneOf(found, wanted as Exclude<Wanted, { readonly not: unknown }>);
}

/** Whether a fault can strike by what is known of the place. */
export const fitsFacts = ({ selector }: Fault, facts: Facts): boolean =>
  Object.entries(selector).every(([fact, wanted]) => facts[fact] !== undefined && fits(facts[fact], wanted));

/** Whether a fault can strike by what the thing itself says; of a list one value is enough, and none may be the unwanted. */
export const fitsContent = ({ content }: Fault, thing: object): boolean =>
  Object.entries(content).every(([field, wanted]) => {
    const found = valuesAt(thing, field);
    const isUnwanted = typeof wanted === 'object' && !Array.isArray(wanted);
    return isUnwanted
      ? found.every((value) => fits(value, wanted))
      : found.some((value) => fits(value, wanted));
  });
