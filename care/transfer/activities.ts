import type { Destination } from './destination.ts';

interface Moving {
  readonly type: 'task';
  readonly to: Destination;
}

export type TransferTask =
  /** The stay goes on at another unit, with all that is ordered. */
  | (Moving & { readonly kind: 'transfer' })
  /** Moves the patient without knowing whether it will be let through. */
  | (Moving & { readonly kind: 'attempt-to-transfer'; readonly as: string });

export type TransferQuestion =
  /** The stay of the flow is on the list of the unit of whoever looks. */
  { readonly type: 'question'; readonly kind: 'stay-at-unit' };

export const transfer = (to: Destination): TransferTask => ({ type: 'task', kind: 'transfer', to });
export const attemptToTransfer = (to: Destination, as: string): TransferTask => ({
  type: 'task',
  kind: 'attempt-to-transfer',
  to,
  as,
});

export const stayAtUnit = (): TransferQuestion => ({ type: 'question', kind: 'stay-at-unit' });
