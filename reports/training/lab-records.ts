import { DateTime } from 'luxon';
import { InputError } from '../../domain/input-error.ts';
import type { Course, SeatLine, TrainingRecord } from '../../domain/training.ts';
import type { RunHistory } from '../history.ts';
import { unaidedIn } from '../lab/measure-lab.ts';

/**
 * What labs showed of people, as records of the courses that are passed in a lab. Evidence knows places and no people: whoever
 * keeps the list of who sat where may say so. Throws InputError for a place that is in no lab given.
 */
export function labRecords(
  runs: readonly RunHistory[],
  seats: readonly SeatLine[],
  courses: readonly Course[],
): TrainingRecord[] {
  const labs = new Map(runs.map((run) => [run.started.run, run]));
  const byLab = courses.filter(({ cards }) => cards !== undefined);
  return seats.flatMap(({ run, seat: place, pseudonym }) => {
    const lab = labs.get(run);
    const person = lab && unaidedIn(lab).find(({ seat }) => seat.id === place);
    if (lab === undefined || person === undefined) {
      throw new InputError(
        `I körningen ${run} satt ingen på ${place}; ange labbets körning och de platser där någon satt.`,
      );
    }
    const { unit, role } = person.seat;
    const date = DateTime.fromMillis(lab.beganAt, { zone: 'Europe/Stockholm' }).toISODate() ?? '';
    return byLab
      .filter(({ roles }) => roles.includes(role))
      .map(({ id, cards = 0 }) => ({
        pseudonym,
        unit,
        role,
        course: id,
        passed: person.cards >= cards,
        date,
      }));
  });
}

/** People of labs whom nobody has told who they are: what they showed counts for no one. */
export const unknownSeats = (runs: readonly RunHistory[], seats: readonly SeatLine[]): number =>
  runs
    .flatMap((run) => unaidedIn(run).map(({ seat }) => ({ run: run.started.run, seat: seat.id })))
    .filter(({ run, seat }) => !seats.some((one) => one.run === run && one.seat === seat)).length;
