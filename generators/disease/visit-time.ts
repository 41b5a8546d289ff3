import type { RandomStream } from '../../domain/random.ts';
import { dayOf, MINUTES_A_DAY, type Minute, workdayFrom } from '../history/calendar.ts';
import type { CompiledContact } from './compile.ts';

const OPENS = 8 * 60;
/** Visits begin every five minutes from 08:00 to 15:55. */
const SLOTS = 96;
const SLOT = 5;
const DISCHARGE_FROM = 10 * 60;
const DISCHARGE_WITHIN = 5 * 60;

/** When a contact that is wanted at a time begins: at once where it never closes, else in office hours. */
export function visitTime({ neverCloses }: CompiledContact, wanted: Minute, stream: RandomStream): Minute {
  const slot = OPENS + SLOT * stream.below(SLOTS);
  if (neverCloses) return wanted;
  const day = workdayFrom(dayOf(wanted));
  const time = day * MINUTES_A_DAY + slot;
  return time >= wanted ? time : workdayFrom(day + 1) * MINUTES_A_DAY + slot;
}

/** When it ends; people leave a ward between ten and fifteen. */
export function endOfVisit(
  { isInpatient }: CompiledContact,
  begin: Minute,
  length: number,
  stream: RandomStream,
): Minute {
  const end = begin + Math.max(1, length);
  if (!isInpatient) return end;
  const leaving = dayOf(end) * MINUTES_A_DAY + DISCHARGE_FROM + stream.below(DISCHARGE_WITHIN);
  return leaving > begin + 60 ? leaving : end;
}
