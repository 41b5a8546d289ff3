import type { Activity, ActivityKind } from '../../domain/activity.ts';
import type { Area } from '../../domain/area.ts';
import type { SourceLocation } from '../../domain/care-flow.ts';
import { InputError } from '../../domain/input-error.ts';
import type { Requirement } from '../../domain/stage.ts';
import type { Recording } from '../recording.ts';

/** What is known beside the scenario itself. */
export interface Known {
  /** All requirements that can be claimed; absent where tags are not held against any. */
  readonly requirements?: readonly Pick<Requirement, 'id' | 'shownBy'>[] | undefined;
  /** A sentence that does or asks this, as a test lead would write it. */
  readonly sentenceFor: (kind: ActivityKind) => string | undefined;
  /** The area that a kind of activity belongs to. */
  readonly areaOf: (kind: ActivityKind) => Area | undefined;
  /** What areas hold flows against beside their things and precedents. */
  readonly ofAreas: readonly FlowCheck[];
}

/** One kind of mistake that a scenario can hold though every sentence of it is understood. */
export type FlowCheck = (recording: Recording, known: Known) => readonly InputError[];

/** A mistake at a step or at the scenario itself. */
export const mistake = (message: string, { location }: { readonly location: SourceLocation }): InputError =>
  new InputError(message, location);

/** What a step does or asks, where it is of this kind. */
export const saidIn = <A extends Activity>(
  { activity }: Recording['steps'][number],
  kind: A['kind'],
): A | undefined => (activity.type !== 'wait' && activity.kind === kind ? (activity as A) : undefined);

/** Everything of this kind that a scenario does or asks. */
export const allSaid = <A extends Activity>({ steps }: Recording, kind: A['kind']): A[] =>
  steps.flatMap((step) => saidIn<A>(step, kind) ?? []);

/** A check that tells, in words, what is wrong with what single steps say. */
export const eachStep =
  (
    wrongIn: (step: Recording['steps'][number], recording: Recording) => Iterable<string | undefined>,
  ): FlowCheck =>
  (recording) =>
    recording.steps.flatMap((step) =>
      [...wrongIn(step, recording)].flatMap((told) =>
        told === undefined ? [] : [mistake(`${told.charAt(0).toUpperCase()}${told.slice(1)}.`, step)],
      ),
    );

/** '"a", "b" eller "c"' */
export const choices = (words: readonly string[]): string => {
  const quoted = words.map((word) => `"${word}"`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} eller ${quoted.at(-1)}`;
};
