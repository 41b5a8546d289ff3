import type { Sessions } from '../../sign-in/sessions.ts';
import type { SignedIn } from '../../workflow.ts';
import type { Faults } from '../fault.ts';
import { factsOf } from './who.ts';

/** Whom a token stands for, as the environment takes it. */
export function astraySessions(
  sessions: Sessions,
  faults: Faults,
  unitKindOf: (person: SignedIn) => string | undefined,
): Sessions {
  if (!faults.isPlanted('session')) return sessions;
  return async (token) => {
    const person = await sessions(token);
    if (person === undefined) return undefined;
    const passed = faults.pass('session', person, factsOf(person, unitKindOf));
    return passed === undefined ? person : passed.things[0];
  };
}
