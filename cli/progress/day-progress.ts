import process from 'node:process';
import { Listr, ListrLogger, ProcessOutput } from 'listr2';
import { DAY, HOUR, MINUTE, type Milliseconds, SECOND } from '../../domain/time.ts';
import { countVerdicts } from '../../domain/verdict.ts';
import type { Progress } from '../../simulation/day/index.ts';

/** How often the line changes: in place on a terminal, a new line now and then in a log. */
const INTERVAL: Milliseconds = process.stderr.isTTY ? SECOND / 5 : 15 * SECOND;

/** Shows where a rehearsed day is while some work goes on; on standard error, since results go to standard output. */
export async function withDayProgress(
  title: string,
  work: (show: (progress: Progress) => void) => Promise<void>,
): Promise<void> {
  const toStandardError = () =>
    new ListrLogger({ processOutput: new ProcessOutput(process.stderr, process.stderr) });
  await new Listr(
    [
      {
        title,
        task: async (_context, task) => {
          let latest: Progress | undefined;
          const draw = (): void => {
            if (latest !== undefined) task.output = lineOf(latest);
          };
          const timer = setInterval(draw, INTERVAL);
          try {
            await work((progress) => {
              latest = progress;
            });
          } finally {
            clearInterval(timer);
            draw();
          }
        },
        rendererOptions: { persistentOutput: true },
      },
    ],
    {
      registerSignalListeners: false,
      fallbackRendererCondition: () => !process.stderr.isTTY,
      fallbackRenderer: 'simple',
      rendererOptions: { logger: toStandardError(), collapseErrors: false },
      fallbackRendererOptions: { logger: toStandardError() },
    },
  ).run();
}

/** '10:42 · 38 flöden pågår · 210 av 560 klara: 209 godkända, 1 underkända' */
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
