import process from 'node:process';
import { Listr, ListrLogger, ProcessOutput } from 'listr2';
import { type Milliseconds, SECOND } from '../../domain/time.ts';

/** How often the line changes: in place on a terminal, a new line now and then in a log. */
const INTERVAL: Milliseconds = process.stderr.isTTY ? SECOND / 5 : 15 * SECOND;

/** Shows one line about some work while it goes on; on standard error, since results go to standard output. */
export async function withProgressLine<P, R>(
  title: string,
  lineOf: (progress: P) => string,
  work: (show: (progress: P) => void) => Promise<R>,
): Promise<R> {
  const toStandardError = () =>
    new ListrLogger({ processOutput: new ProcessOutput(process.stderr, process.stderr) });
  let done: { readonly result: R } | undefined;
  await new Listr(
    [
      {
        title,
        task: async (_context, task) => {
          let latest: P | undefined;
          const draw = (): void => {
            if (latest !== undefined) task.output = lineOf(latest);
          };
          const timer = setInterval(draw, INTERVAL);
          try {
            const result = await work((progress) => {
              latest = progress;
            });
            done = { result };
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
  if (done === undefined) throw new Error(`"${title}" ended without a result.`);
  return done.result;
}
