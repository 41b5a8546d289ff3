import process from 'node:process';
import { Listr, ListrLogger, ProcessOutput } from 'listr2';
import { type Milliseconds, SECOND } from '../../domain/time.ts';

/** How often the line changes: in place on a terminal, a new line now and then in a log. */
const INTERVAL: Milliseconds = process.stderr.isTTY ? SECOND / 5 : 15 * SECOND;

/** Shows one changing line about some work while it goes on; on standard error, since results go to standard output. */
export async function withLine<T, Progress>(
  title: string,
  lineOf: (progress: Progress) => string,
  work: (show: (progress: Progress) => void) => Promise<T>,
): Promise<T> {
  const toStandardError = () =>
    new ListrLogger({ processOutput: new ProcessOutput(process.stderr, process.stderr) });
  let result: { readonly value: T } | undefined;
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
            const value = await work((progress) => {
              latest = progress;
            });
            result = { value };
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
  if (result === undefined) throw new Error(`"${title}" ended without a result.`);
  return result.value;
}
