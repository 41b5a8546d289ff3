import { ROOT } from '../../cli/project.ts';
import { compileFlows } from '../../flows/compile.ts';
import { loadSteps } from '../../flows/steps.ts';
import { genrep } from '../command.ts';
import { below, type Figure } from './figure.ts';
import { median } from './median.ts';

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1_000;
};

/** How long a user waits for the command line. */
export async function benchCommands(): Promise<Figure[]> {
  const helps: number[] = [];
  for (let run = 0; run < 7; run += 1) helps.push(await seconds(() => genrep(['--help'])));
  const compile = await seconds(async () => compileFlows({ root: ROOT, steps: await loadSteps(ROOT) }));
  return [
    below('`genrep --help`, median of 7', median(helps), 0.3, 's'),
    below('compile of all features, step definitions included', compile, 2, 's'),
  ];
}
