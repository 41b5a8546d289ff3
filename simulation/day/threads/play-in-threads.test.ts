import { expect, it } from 'vitest';
import { ROOT } from '../../../cli/project.ts';
import { compileFlows } from '../../../flows/compile.ts';
import { loadSteps } from '../../../flows/steps.ts';
import { prepareSimulation } from '../prepare.ts';
import { simulate } from '../simulate.ts';
import { playInThreads } from './play-in-threads.ts';

it('gives the same, in the same order, whatever the number of threads', async () => {
  const flows = await compileFlows({ root: ROOT, steps: await loadSteps(ROOT) });
  const { model, questions } = prepareSimulation('sas-vardag', ['avdelning-stangd'], flows);
  const models = [model, ...questions.flatMap(({ variants }) => variants.map((variant) => variant.model))];
  const options = { replications: 5, seed: 3 };
  const alone = models.map((each) => simulate(each, options).replications);
  let told = 0;
  const shared = await playInThreads(models, { ...options, progress: () => (told += 1) }, 3);
  expect(shared.map(({ replications }) => replications)).toEqual(alone);
  expect(told).toBe(models.length * options.replications);
});

it('ends with the error of a thread that broke', async () => {
  const broken = { units: [] } as never;
  await expect(playInThreads([broken], { replications: 2, seed: 1 }, 1)).rejects.toThrow();
});
