import { statSync } from 'node:fs';
import { InputError } from '../domain/input-error.ts';
import type { Milliseconds } from '../domain/time.ts';
import { filesByName } from '../input/project.ts';
import { checkSchema } from '../input/schema-check.ts';
import { didYouMean } from '../input/suggest.ts';
import { readYaml } from '../input/yaml-source.ts';
import { durationOf } from './duration.ts';
import { hoursOf } from './hours.ts';
import schema from './profiles/profile.schema.json' with { type: 'json' };

/** How a day becomes load: a file in profiles/, and what the user said on the command line. */
export interface LoadProfile {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  /** Hours of the day that are replayed, from midnight: 9 and 12. */
  readonly hours: { readonly from: number; readonly to: number };
  /** How many times the day's own arrivals. */
  readonly multiply: number;
  /** Real time that the hours are played in. */
  readonly in: Milliseconds;
  readonly shape: LoadShape;
  /** Working time of each step is drawn evenly within this share of the planned one: 0.3 is 70–130 %. */
  readonly thinkTimeSpread: number;
  /** How many of each role work at each unit; each signs in for themselves. */
  readonly staffPerUnit: number;
  /** When shifts change, hours from midnight, and in how many minutes everybody of the next shift signs in. */
  readonly shiftChanges: readonly number[];
  readonly signInMinutes: number;
  /** The virtual users: more flows than this are never under way at once; what arrives then is dropped, and counted. */
  readonly mostInFlight: number;
}

/** What becomes of the hours; one strategy a file in plan/shapes/. */
export type LoadShape =
  /** The arrivals as they are in the day. */
  | { readonly kind: 'as-the-day' }
  /** The hours again and again, each time with more arrivals, until the system no longer holds its limits. */
  | { readonly kind: 'step-up'; readonly factors: readonly number[] }
  /** The hours again and again, so many times, as they are. */
  | { readonly kind: 'repeat'; readonly times: number }
  /** Nobody can write until an hour; then what happened before it is entered at this rate beside what goes on. */
  | { readonly kind: 'back-entry'; readonly downUntil: number; readonly enteredWithin: number };

/** A profile as its file has it: times of day and durations as people write them. */
interface ProfileFile extends Omit<LoadProfile, 'hours' | 'in' | 'shiftChanges' | 'shape'> {
  readonly hours: string;
  readonly in: string;
  readonly shiftChanges: readonly string[];
  readonly shape:
    | Exclude<LoadShape, { kind: 'back-entry' }>
    | { readonly kind: 'back-entry'; readonly downUntil: string; readonly enteredWithin: number };
}

/** The profile in a YAML file, or the one of this name in load/profiles. Anything wrong is an {@link InputError}. */
export function readLoadProfile(pathOrName: string): LoadProfile {
  const source = readYaml(fileOf(pathOrName));
  const { hours, in: length, shiftChanges, shape, ...rest } = checkSchema<ProfileFile>(source, schema);
  return {
    ...rest,
    hours: hoursOf(hours),
    in: durationOf(length),
    shiftChanges: shiftChanges.map(timeOf),
    shape: shape.kind === 'back-entry' ? { ...shape, downUntil: timeOf(shape.downUntil) } : shape,
  };
}

function fileOf(pathOrName: string): string {
  const profiles = filesByName('load', 'profiles');
  const named = profiles.get(pathOrName);
  if (named !== undefined) return named;
  const known = [...profiles.keys()].sort();
  if (statSync(pathOrName, { throwIfNoEntry: false })?.isFile()) return pathOrName;
  throw new InputError(
    `Det finns ingen lastprofil "${pathOrName}"${didYouMean(pathOrName, known) || '.'} Ange sökvägen till en .yaml-fil eller ett av namnen ${known.join(', ')}.`,
  );
}

/** '13:30' as 13.5; the schema has seen to its form. */
function timeOf(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return hours + minutes / 60;
}
