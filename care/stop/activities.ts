import type { Ref } from '../../domain/ref.ts';
import type { Reason } from './reason.ts';

export type StopQuestion =
  /** An attempt was refused, and for this reason and no other. */
  {
    readonly type: 'question';
    readonly kind: 'stopped-for-reason';
    readonly attempt: Ref;
    readonly reason: Reason;
  };

export const stoppedForReason = (attempt: Ref, reason: Reason): StopQuestion => ({
  type: 'question',
  kind: 'stopped-for-reason',
  attempt,
  reason,
});
