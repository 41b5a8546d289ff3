import type { Ref } from '../../domain/ref.ts';
import { type StepContext, taskBehind } from '../../systems/care-system.ts';
import type { WeightTask } from './activities.ts';

/** What was weighed, in kilograms. */
export const weighedIn = (context: StepContext, { ref }: Ref): number =>
  taskBehind<WeightTask>(context, ref, 'weigh').kilograms;
