import type { InputError } from '../../domain/input-error.ts';
import type { Recording } from '../recording.ts';
import { actorsHaveTheirPlace } from './actors.ts';
import { stopsHaveTheirAllergy } from './allergy.ts';
import type { FlowCheck, Known } from './check.ts';
import { warningsFitTheirValues } from './early-warning.ts';
import { shieldsTheProtected } from './identity.ts';
import { limitsCanBeWaited } from './limits.ts';
import { namesAreGivenFirst } from './names.ts';
import { hasItsPatient } from './patient.ts';
import { hasItsPrecedents } from './precedents.ts';
import { quantitiesCanBeTrue } from './quantities.ts';
import { requirementsAreShown, requirementsExist } from './requirements.ts';
import { tagsAreKnown } from './tags.ts';

/** What can be said of a scenario whatever its steps are; one kind of mistake a file. */
const OF_TAGS: readonly FlowCheck[] = [tagsAreKnown, requirementsExist];

/** What can be said only when every step was understood. */
const OF_STEPS: readonly FlowCheck[] = [
  hasItsPatient,
  requirementsAreShown,
  actorsHaveTheirPlace,
  namesAreGivenFirst,
  hasItsPrecedents,
  quantitiesCanBeTrue,
  warningsFitTheirValues,
  stopsHaveTheirAllergy,
  shieldsTheProtected,
  limitsCanBeWaited,
];

/** What is wrong with a scenario though its sentences are; with its steps, only where all of them were understood. */
export const mistakesIn = (recording: Recording, known: Known, understood: boolean): InputError[] =>
  (understood ? [...OF_TAGS, ...OF_STEPS] : OF_TAGS).flatMap((check) => check(recording, known));
