import type { Ref } from '../../domain/ref.ts';

export type DeathTask =
  | { readonly type: 'task'; readonly kind: 'record-death' }
  /** Strikes out every call, time and place on a waiting list that still stands. */
  | { readonly type: 'task'; readonly kind: 'cancel-planned' }
  /** Books a visit without knowing that the patient is dead. */
  | { readonly type: 'task'; readonly kind: 'attempt-to-book-the-dead'; readonly as: string };

export type DeathQuestion =
  /** Whoever opens the record sees that the patient is dead. */
  | { readonly type: 'question'; readonly kind: 'death-on-record' }
  /** No call, time or place on a waiting list stands any more. */
  | { readonly type: 'question'; readonly kind: 'nothing-planned' }
  | { readonly type: 'question'; readonly kind: 'booking-stopped'; readonly attempt: Ref };

export const recordDeath = (): DeathTask => ({ type: 'task', kind: 'record-death' });
export const cancelPlanned = (): DeathTask => ({ type: 'task', kind: 'cancel-planned' });
export const attemptToBookTheDead = (as: string): DeathTask => ({
  type: 'task',
  kind: 'attempt-to-book-the-dead',
  as,
});

export const deathOnRecord = (): DeathQuestion => ({ type: 'question', kind: 'death-on-record' });
export const nothingPlanned = (): DeathQuestion => ({ type: 'question', kind: 'nothing-planned' });
export const bookingStopped = (attempt: Ref): DeathQuestion => ({
  type: 'question',
  kind: 'booking-stopped',
  attempt,
});
