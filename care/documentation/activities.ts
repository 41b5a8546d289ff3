import type { Ref } from '../../domain/ref.ts';

/** Situation, bakgrund, aktuellt tillstånd, rekommendation: the Swedish order of a spoken hand-over. */
export interface Sbar {
  readonly situation: string;
  readonly background: string;
  readonly assessment: string;
  readonly recommendation: string;
}

export type DocumentationTask =
  | { readonly type: 'task'; readonly kind: 'write-note'; readonly text: string; readonly as: string }
  | { readonly type: 'task'; readonly kind: 'hand-over-shift'; readonly sbar: Sbar; readonly as: string };

export type DocumentationQuestion =
  /** The next shift sees the hand-over and each of the named things that happened since the last. */
  | {
      readonly type: 'question';
      readonly kind: 'hand-over-complete';
      readonly handOver: Ref;
      readonly since: readonly Ref[];
    }
  | { readonly type: 'question'; readonly kind: 'patient-reads-note'; readonly note: Ref };

export const writeNote = (text: string, as: string): DocumentationTask => ({
  type: 'task',
  kind: 'write-note',
  text,
  as,
});
export const handOverShift = (sbar: Sbar, as: string): DocumentationTask => ({
  type: 'task',
  kind: 'hand-over-shift',
  sbar,
  as,
});

export const handOverComplete = (handOver: Ref, since: readonly Ref[]): DocumentationQuestion => ({
  type: 'question',
  kind: 'hand-over-complete',
  handOver,
  since,
});
export const patientReadsNote = (note: Ref): DocumentationQuestion => ({
  type: 'question',
  kind: 'patient-reads-note',
  note,
});
