import type { Ref } from '../../domain/ref.ts';
import { type StepContext, taskBehind } from '../../systems/care-system.ts';
import type { SharingTask } from './activities.ts';

/** What was answered, and to what. */
export const answeredIn = (context: StepContext, { ref }: Ref): SharingTask =>
  taskBehind<SharingTask>(context, ref, 'record-answer-to-sharing');
