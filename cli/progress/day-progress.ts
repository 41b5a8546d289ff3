import { DAY, HOUR, MINUTE, type Milliseconds } from '../../domain/time.ts';
import { countVerdicts } from '../../domain/verdict.ts';
import type { Progress } from '../../simulation/day/index.ts';
import { withProgressLine } from './progress-line.ts';
import { verdictWords } from './verdict-words.ts';

/** Shows where a rehearsed day is while some work goes on. */
export const withDayProgress = (
  title: string,
  work: (show: (progress: Progress) => void) => Promise<void>,
): Promise<void> => withProgressLine(title, lineOf, work);

/** '10:42 · 38 flöden pågår · 210 av 520 klara: 209 godkända, 1 underkänt' */
const lineOf = ({ dayTime, planned, underWay, ended }: Progress): string =>
  `${clockOf(dayTime)} · ${underWay} flöden pågår · ${ended.length} av ${planned} klara: ${verdictWords(countVerdicts(ended))}`;

function clockOf(dayTime: Milliseconds): string {
  const two = (value: number): string => `${Math.floor(value)}`.padStart(2, '0');
  const time = `${two((dayTime % DAY) / HOUR)}:${two((dayTime % HOUR) / MINUTE)}`;
  return dayTime < DAY ? time : `${time} dagen efter`;
}
