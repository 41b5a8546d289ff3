import type { Ref } from '../../domain/ref.ts';

export type LabelTask =
  /** A label for the tube of an order; it comes out where the one who prints works. */
  | { readonly type: 'task'; readonly kind: 'print-label'; readonly order: Ref; readonly as: string }
  | { readonly type: 'task'; readonly kind: 'print-wristband'; readonly as: string }
  /** At the bedside: the label's bar code is scanned, and the specimen is taken into the tube that bears it. */
  | {
      readonly type: 'task';
      readonly kind: 'collect-by-scan';
      readonly order: Ref;
      readonly label: Ref;
      readonly as: string;
    }
  /** The same with a label that was printed for somebody else. */
  | { readonly type: 'task'; readonly kind: 'attempt-wrong-label'; readonly order: Ref; readonly as: string }
  /** The laboratory takes the tube in by scanning it. */
  | { readonly type: 'task'; readonly kind: 'receive-tube'; readonly tube: Ref };

export type LabelQuestion =
  /** It lies in the printer of the one who looks, tells who the patient is, and its bar code can be read. */
  | { readonly type: 'question'; readonly kind: 'label-in-printer'; readonly label: Ref }
  /** It is on record that the laboratory has the tube. */
  | { readonly type: 'question'; readonly kind: 'tube-received'; readonly tube: Ref };

export const printLabel = (order: Ref, as: string): LabelTask => ({
  type: 'task',
  kind: 'print-label',
  order,
  as,
});
export const printWristband = (as: string): LabelTask => ({ type: 'task', kind: 'print-wristband', as });
export const collectByScan = (order: Ref, label: Ref, as: string): LabelTask => ({
  type: 'task',
  kind: 'collect-by-scan',
  order,
  label,
  as,
});
export const attemptWrongLabel = (order: Ref, as: string): LabelTask => ({
  type: 'task',
  kind: 'attempt-wrong-label',
  order,
  as,
});
export const receiveTube = (tube: Ref): LabelTask => ({ type: 'task', kind: 'receive-tube', tube });

export const labelInPrinter = (label: Ref): LabelQuestion => ({
  type: 'question',
  kind: 'label-in-printer',
  label,
});
export const tubeReceived = (tube: Ref): LabelQuestion => ({
  type: 'question',
  kind: 'tube-received',
  tube,
});
