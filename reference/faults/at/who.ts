import type { SignedIn } from '../../workflow.ts';
import type { Facts } from '../fault.ts';

/** What is known of whoever does something. */
export const factsOf = (by: SignedIn, unitKindOf: (person: SignedIn) => string | undefined): Facts => ({
  role: by.role,
  unit: by.unit,
  unitKind: unitKindOf(by),
});
