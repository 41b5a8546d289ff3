import { formatDuration } from '../../domain/time.ts';
import type { LoadPlan } from '../../load/plan/load-plan.ts';
import type { LoadProgress } from '../../load/run/load-recorder.ts';
import { withProgressLine } from './progress-line.ts';
import { verdictWords } from './verdict-words.ts';

/** Shows where a load is while some work goes on. */
export const withLoadProgress = <T>(
  { facts }: LoadPlan,
  work: (show: (progress: LoadProgress) => void) => Promise<T>,
): Promise<T> =>
  withProgressLine(
    `${facts.title}: ${facts.planned} flöden på ${formatDuration(facts.duration)}`,
    lineOf,
    work,
  );

/** '210 av 560 ankomna, 38 pågår · 4 100 anrop, p95 41 ms · 170 godkända · generatorn högst 3 ms sen (p99)' */
const lineOf = (progress: LoadProgress): string => {
  const { started, planned, underWay, dropped, requests, requestP95, lagP99, ended } = progress;
  return [
    `${started} av ${planned} ankomna, ${underWay} pågår${dropped === 0 ? '' : `, ${dropped} tappade`}`,
    `${requests} anrop${requestP95 === undefined ? '' : `, p95 ${formatDuration(requestP95)}`}`,
    verdictWords(ended),
    ...(lagP99 === undefined ? [] : [`generatorn ${formatDuration(lagP99)} sen (p99)`]),
  ].join(' · ');
};
