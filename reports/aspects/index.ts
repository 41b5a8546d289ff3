import { access } from './access.ts';
import type { Aspect } from './aspect.ts';
import { deck } from './deck.ts';
import { drills } from './drills.ts';
import { migration } from './migration.ts';

/** All that a run can be about beside patients' flows, in the order in which it is told. */
export const ASPECTS: readonly Aspect[] = [deck, migration, access, drills];
