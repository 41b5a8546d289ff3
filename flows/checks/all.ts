import type { InputError } from '../../domain/input-error.ts';
import type { Recording } from '../recording.ts';
import { actorsHaveTheirPlace } from './actors.ts';
import type { FlowCheck, Known } from './check.ts';
import { areasTellOfKinds } from './kinds.ts';
import { limitsCanBeWaited } from './limits.ts';
import { namesAreGivenFirst } from './names.ts';
import { hasItsPatient } from './patient.ts';
import { hasItsPrecedents } from './precedents.ts';
import { requirementsAreShown, requirementsExist } from './requirements.ts';
import { tagsAreKnown } from './tags.ts';

/** What can be said of a scenario whatever its steps are; one kind of mistake a file. */
const OF_TAGS: readonly FlowCheck[] = [tagsAreKnown, requirementsExist];

/** What can be said only when every step was understood; areas have more (care/<area>/checks.ts). */
const OF_STEPS: readonly FlowCheck[] = [
  areasTellOfKinds,
  hasItsPatient,
  requirementsAreShown,
  actorsHaveTheirPlace,
  namesAreGivenFirst,
  hasItsPrecedents,
  limitsCanBeWaited,
];

/** What is wrong with a scenario though its sentences are; with its steps, only where all of them were understood. */
export const mistakesIn = (recording: Recording, known: Known, understood: boolean): InputError[] =>
  (understood ? [...OF_TAGS, ...OF_STEPS, ...known.ofAreas] : OF_TAGS).flatMap((check) =>
    check(recording, known),
  );
