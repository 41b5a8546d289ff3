import type { Appointment, Resource } from '@medplum/fhirtypes';

/** What was done at home. */
export type Kind = 'measurement' | 'dose' | 'fall' | 'wound' | 'visited';

/**
 * Where an entry is on its way: kept on the device, known to stand in the record, or answered so that somebody must look at
 * it. An entry of which nothing is known is waiting, however often it was sent.
 */
type EntryState = 'waiting' | 'stands' | 'refused' | 'overtaken';

/** What is to be made; a fact, which never conflicts: it was so, whoever else wrote meanwhile. */
interface Fact {
  readonly makes: Resource;
}

/** What a shared plan is to become; it holds only for the version that the device saw. */
interface ChangeOfPlan {
  readonly changes: Appointment;
  readonly version: string;
}

/** One thing that was written at home, from when it was written until somebody has seen what came of it. */
export interface Entry {
  /** Made on the device; the record knows what was sent by it, so that nothing is made twice. */
  readonly id: string;
  readonly kind: Kind;
  /** The visit that it belongs to, an id of an Appointment. */
  readonly visit: string;
  readonly patient: string;
  /** User name of who wrote it; nobody else's sign-in sends it. */
  readonly author: string;
  /** When it was done, by the clock as the server has it; ISO 8601. */
  readonly at: string;
  readonly what: Fact | ChangeOfPlan;
  readonly state: EntryState;
  /** In words for the list of what waits: 'Blodtryck 142/86'. */
  readonly words: string;
  /** 'Observation/17', once it is known to stand. */
  readonly reference?: string;
  /** What the system said, where it was refused. */
  readonly said?: string;
  /** The plan as it stands, where somebody else changed it first. */
  readonly standing?: Appointment;
}

/** Whose answer somebody has to look at. */
export const asksForEyes = ({ state }: Entry): boolean => state === 'refused' || state === 'overtaken';
