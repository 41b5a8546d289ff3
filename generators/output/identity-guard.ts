import { isSafe } from '../../domain/identifiers.ts';
import type { PersonIdentifier } from '../../domain/patient.ts';
import type { TestNumbers } from '../demography/test-numbers.ts';

/** Lets an identity number be written, or throws: nothing that could belong to a living person leaves the generators. */
export type IdentityGuard = (identifier: PersonIdentifier) => void;

/** Every emitter writes identity numbers through this, and has no other way. */
export function identityGuard(testNumbers: TestNumbers): IdentityGuard {
  return (identifier) => {
    if (isSafe(identifier) || testNumbers.has(identifier.value)) return;
    throw new RangeError(
      `The number ${identifier.value} (${identifier.system}) could belong to a living person; nothing is written.`,
    );
  };
}
