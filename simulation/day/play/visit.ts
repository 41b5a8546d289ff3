import { COLOURS, type Colour } from '../../../scenarios/day-simulation/colour.ts';
import { type Effect, type Outcome, release, type SeizeOptions, seize } from '../../kernel/index.ts';
import type { Stream, StreamVariant } from '../model/day-model.ts';
import type { Entity } from './draws.ts';
import { type Hospital, the } from './hospital.ts';
import type { VisitSeen } from './observations.ts';

/** Somebody, or something, that goes through the steps of a stream. */
export interface Visit {
  readonly stream: Stream;
  readonly entity: Entity;
  readonly places: StreamVariant['places'];
  readonly colour: Colour | undefined;
  readonly byAmbulance: boolean;
  /** Kept of those who are triaged. */
  readonly record: VisitSeen | undefined;
  /** The unit whose place it holds. */
  heldPlace: string | undefined;
}

/** Before triage, ambulances first; then by colour. Red is seen at once, and takes whom it needs. */
export function urgencyOf({
  stream,
  colour,
  byAmbulance,
  record,
}: Visit): SeizeOptions & { priority: number } {
  if (colour === undefined) return { priority: stream.priority };
  if (colour === 'red') return { priority: 0, preempts: true };
  if (record?.triagedAt === undefined) return { priority: byAmbulance ? 0 : 1 };
  return { priority: COLOURS.indexOf(colour) };
}

export function* takePlace({ beds }: Hospital, visit: Visit): Generator<Effect, void, Outcome> {
  const { own } = visit.places;
  if (own === undefined) return;
  yield seize(the(beds, own), { priority: urgencyOf(visit).priority });
  visit.heldPlace = own;
}

export function* leavePlace({ beds }: Hospital, visit: Visit): Generator<Effect, void, Outcome> {
  if (visit.heldPlace === undefined) return;
  yield release(the(beds, visit.heldPlace));
  visit.heldPlace = undefined;
}

/** Keeps count of those present at the emergency department. */
export function arrive({ seen, simulation }: Hospital, { record }: Visit): void {
  if (record === undefined) return;
  seen.visits.push(record);
  seen.present.set(seen.present.level + 1, simulation.now);
}

export function leave(
  { seen, simulation }: Hospital,
  { record }: Visit,
  outcome: VisitSeen['outcome'],
): void {
  if (record === undefined || record.leftAt !== undefined) return;
  record.leftAt = simulation.now;
  record.outcome = outcome;
  seen.present.set(seen.present.level - 1, simulation.now);
}
