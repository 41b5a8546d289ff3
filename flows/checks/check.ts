import type { ActivityKind } from '../../domain/activity.ts';
import type { SourceLocation } from '../../domain/care-flow.ts';
import { InputError } from '../../domain/input-error.ts';
import type { Requirement } from '../../domain/stage.ts';
import type { Recording } from '../recording.ts';

/** What is known beside the scenario itself. */
export interface Known {
  /** All requirements that can be claimed; absent where tags are not held against any. */
  readonly requirements?: readonly Pick<Requirement, 'id' | 'shownBy'>[];
  /** A sentence that does or asks this, as a test lead would write it. */
  readonly sentenceFor: (kind: ActivityKind) => string | undefined;
}

/** One kind of mistake that a scenario can hold though every sentence of it is understood. */
export type FlowCheck = (recording: Recording, known: Known) => readonly InputError[];

/** A mistake at a step or at the scenario itself. */
export const mistake = (message: string, { location }: { readonly location: SourceLocation }): InputError =>
  new InputError(message, location);

/** '"a", "b" eller "c"' */
export const choices = (words: readonly string[]): string => {
  const quoted = words.map((word) => `"${word}"`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} eller ${quoted.at(-1)}`;
};
