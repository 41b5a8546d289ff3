import type { Drug } from '../../domain/codes/drugs.ts';
import type { Ref } from '../../domain/ref.ts';
import type { Decision } from './decision.ts';

export type ReconciliationTask =
  /** What the patient says to take at home; nobody has judged it yet. */
  | { readonly type: 'task'; readonly kind: 'list-home-drug'; readonly drug: Drug; readonly as: string }
  | {
      readonly type: 'task';
      readonly kind: 'decide-home-drug';
      readonly homeDrug: Ref;
      readonly decision: Decision;
    }
  | { readonly type: 'task'; readonly kind: 'sign-reconciliation'; readonly as: string }
  /** Signs it without knowing whether it will be let through. */
  | { readonly type: 'task'; readonly kind: 'attempt-to-sign-reconciliation'; readonly as: string };

export type ReconciliationQuestion =
  /** The drug stands with what was decided of it. */
  {
    readonly type: 'question';
    readonly kind: 'home-drug-decided';
    readonly homeDrug: Ref;
    readonly decision: Decision;
  };

export const listHomeDrug = (drug: Drug, as: string): ReconciliationTask => ({
  type: 'task',
  kind: 'list-home-drug',
  drug,
  as,
});
export const decideHomeDrug = (homeDrug: Ref, decision: Decision): ReconciliationTask => ({
  type: 'task',
  kind: 'decide-home-drug',
  homeDrug,
  decision,
});
export const signReconciliation = (as: string): ReconciliationTask => ({
  type: 'task',
  kind: 'sign-reconciliation',
  as,
});
export const attemptToSignReconciliation = (as: string): ReconciliationTask => ({
  type: 'task',
  kind: 'attempt-to-sign-reconciliation',
  as,
});

export const homeDrugDecided = (homeDrug: Ref, decision: Decision): ReconciliationQuestion => ({
  type: 'question',
  kind: 'home-drug-decided',
  homeDrug,
  decision,
});
