import { both } from '../../../pages/bilingual.ts';
import { lastTold } from '../drill-history.ts';
import { type Judge, nothing, numbersOf } from './check.ts';

/** Forms issued − entered − void = 0: a form that nobody entered lies in a drawer. */
export const paperAddsUp: Judge = ({ papers, wrote }) => {
  const entered = lastTold(wrote.filter(({ when }) => when === 'back-entry'));
  const left = papers.filter(({ isVoid, number }) => !isVoid && entered.get(number)?.told !== 'accepted');
  const made = papers.filter(({ isVoid }) => isVoid).length;
  const done = papers.length - made - left.length;
  return {
    words: both('Varje papper är infört eller makulerat', 'Every form was entered or made void'),
    verdict: papers.length === 0 ? 'not-covered' : left.length === 0 ? 'pass' : 'fail',
    measured: both(
      `${papers.length} utgivna, ${done} införda, ${made} makulerade`,
      `${papers.length} issued, ${done} entered, ${made} void`,
    ),
    against: numbersOf(left),
  };
};

/**
 * A dose that was due and that nobody gave is seen to be missing, and one that was given on paper is not: the next one at the bedside
 * gives what seems not to be given.
 */
export const doseGaps: Judge = ({ due, doses }) => {
  if (due.length === 0) return undefined;
  const words = both(
    'Doser som aldrig gavs syns som luckor, och bara de',
    'Doses that were never given are seen as gaps, and only they',
  );
  const shown = new Map(doses.map(({ patient, at }) => [patient, at]));
  if (due.some(({ patient }) => shown.get(patient) === undefined))
    return { ...nothing(words), verdict: 'unknown' };
  const isGap = ({ patient, at }: { patient: string; at: number }): boolean =>
    !shown.get(patient)?.includes(at);
  const against = due.filter((one) => isGap(one) !== (one.given === undefined));
  const gaps = due.filter(({ given }) => given === undefined);
  const seen = gaps.filter(isGap).length;
  const wrongly = due.filter((one) => one.given !== undefined && isGap(one)).length;
  return {
    words,
    verdict: against.length === 0 ? 'pass' : 'fail',
    measured: both(
      `${seen} av ${gaps.length} luckor sedda, ${wrongly} där det gavs`,
      `${seen} of ${gaps.length} gaps seen, ${wrongly} where it was given`,
    ),
    against: against.map(({ given, patient }) => given ?? patient),
  };
};
