import type { DrillFact, DrillStanding } from '../../../domain/drill-evidence.ts';
import { SECOND } from '../../../domain/time.ts';
import { both } from '../../../pages/bilingual.ts';
import { type Judge, nothing, ofMany, seconds } from './check.ts';

/** A list that is older than this tells of patients who have been moved, and of doses that were given. */
export const listAge: Judge = ({ opened: { limits }, came: { printed, stopped } }) => {
  const words = both(
    `Den utskrivna listan var högst ${limits.listAtMost ?? 0} s gammal när det stannade`,
    `The printed list was at most ${limits.listAtMost ?? 0} s old when it stopped`,
  );
  if (printed === undefined || stopped === undefined) return nothing(words);
  const age = (stopped - printed) / SECOND;
  const verdict = age <= (limits.listAtMost ?? 0) ? 'pass' : 'fail';
  return { words, verdict, measured: seconds(age), against: [] };
};

/** Whatever the system had acknowledged by then stands on it, unchanged. */
export const listWhole: Judge = ({ listed, wrote }) => {
  const known = wrote.filter(({ when, told: said }) => when === 'before' && said === 'accepted');
  const lines = new Map(listed.map((line) => [line.number, line]));
  const against = known.filter((one) => !isSame(one, lines.get(one.number)));
  return ofMany(
    both('Listan har det sist kända om varje patient', 'The list has the last known of every patient'),
    known,
    against,
    (right, all) => both(`${right} av ${all} uppgifter`, `${right} of ${all} facts`),
  );
};

const isSame = (one: DrillFact, line: DrillStanding | undefined): boolean =>
  line !== undefined && line.value === one.value && line.at === one.at && line.patient === one.patient;
