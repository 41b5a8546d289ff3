import type {
  AllergyIntolerance,
  Appointment,
  DetectedIssue,
  MedicationAdministration,
  MedicationRequest,
  Task,
} from '@medplum/fhirtypes';
import type { Person } from '../../fhir/people.ts';
import type { Kept } from './database.ts';

/** A visit of the round, with what is needed at the patient's home when there is nobody to ask. */
export interface Visit {
  /** Of the Appointment. */
  readonly id: string;
  readonly appointment: Appointment;
  readonly person: Person;
  readonly drugs: readonly MedicationRequest[];
  /** What was taken off the list since the device saw it last; told until it has been read. */
  readonly stopped: readonly MedicationRequest[];
  readonly given: readonly MedicationAdministration[];
  readonly allergies: readonly AllergyIntolerance[];
  readonly delegations: readonly Task[];
  readonly issues: readonly DetectedIssue[];
  /** When all this was so, by the server's clock; ISO 8601. */
  readonly asOf: string;
}

export const visitsIn = async (kept: Kept): Promise<readonly Visit[]> =>
  (await kept.getAll('visits')).toSorted((one, other) => startOf(one).localeCompare(startOf(other)));

const startOf = ({ appointment, id }: Visit): string => `${appointment.start ?? ''} ${id}`;

/**
 * Puts the round as the server has it in place of the one before. What a drug list lost meanwhile is remembered as stopped,
 * so that it is told and not just missing. Visits with something unsent stay, though they are no longer of the round.
 */
export async function keepRound(
  kept: Kept,
  visits: readonly Visit[],
  unsent: ReadonlySet<string>,
): Promise<void> {
  const writing = kept.transaction('visits', 'readwrite');
  const before = new Map((await writing.store.getAll()).map((visit) => [visit.id, visit]));
  for (const visit of visits) {
    await writing.store.put({ ...visit, stopped: stoppedSince(before.get(visit.id), visit) });
    before.delete(visit.id);
  }
  for (const id of before.keys()) if (!unsent.has(id)) await writing.store.delete(id);
  await writing.done;
}

function stoppedSince(before: Visit | undefined, now: Visit): readonly MedicationRequest[] {
  const current = new Set(now.drugs.map(({ id }) => id));
  const lost = (before?.drugs ?? []).filter(({ id }) => !current.has(id));
  const told = (before?.stopped ?? []).filter(({ id }) => !current.has(id));
  return [...new Map([...told, ...lost].map((request) => [request.id, request])).values()];
}
