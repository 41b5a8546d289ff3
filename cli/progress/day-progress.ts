import process from 'node:process';
import { DAY, HOUR, MINUTE, type Milliseconds, SECOND } from '../../domain/time.ts';
import { countVerdicts } from '../../domain/verdict.ts';
import type { Progress } from '../../flows/dispatch.ts';

/** What a person sees of a rehearsed day while it goes on. */
export interface DayProgress {
  show(progress: Progress): void;
  end(): void;
}

/** One line that changes in place on a terminal; in a log, a line now and then. */
export function dayProgress(title: string): DayProgress {
  const { stderr } = process;
  stderr.write(`${title}\n`);
  const interval = stderr.isTTY ? SECOND / 5 : 15 * SECOND;
  let latest: Progress | undefined;
  const draw = (): void => {
    if (latest === undefined) return;
    if (!stderr.isTTY) stderr.write(`${lineOf(latest)}\n`);
    else stderr.write(`\r\u001b[2K${lineOf(latest)}`);
  };
  const timer = setInterval(draw, interval);
  return {
    show(progress) {
      latest = progress;
    },
    end() {
      clearInterval(timer);
      draw();
      if (stderr.isTTY) stderr.write('\n');
    },
  };
}

/** '10:42 · 38 flöden pågår · 210 av 560 klara: 209 godkända, 1 underkänt' */
function lineOf({ dayTime, planned, underWay, ended }: Progress): string {
  const counts = countVerdicts(ended);
  const words = [
    [counts.pass, 'godkända'],
    [counts.fail, 'underkända'],
    [counts.error, 'fel'],
    [counts.unknown, 'ovissa'],
    [counts['not-covered'], 'ej prövade'],
  ] as const;
  const said = words
    .filter(([count, word]) => count > 0 || word === 'godkända')
    .map(([count, word]) => `${count} ${word}`);
  return `${clockOf(dayTime)} · ${underWay} flöden pågår · ${ended.length} av ${planned} klara: ${said.join(', ')}`;
}

function clockOf(dayTime: Milliseconds): string {
  const two = (value: number): string => `${Math.floor(value)}`.padStart(2, '0');
  const time = `${two((dayTime % DAY) / HOUR)}:${two((dayTime % HOUR) / MINUTE)}`;
  return dayTime < DAY ? time : `${time} dagen efter`;
}
