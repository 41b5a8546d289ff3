import { Command, Option } from 'commander';
import type { JobsOptions } from '../../actions/generate/jobs.ts';
import { count } from '../options.ts';

export const jobsCommand = (): Command =>
  new Command('jobs')
    .summary('skriver jobb för Kubernetes · write jobs for Kubernetes')
    .description(
      'Skriver två indexerade jobb för Kubernetes (batch/v1): ett där varje maskin skriver sin del av befolkningen, ett där ' +
        'varje maskin granskar sin. Det som står efter -- är val för generate population.',
    )
    .argument('[population...]', 'val för generate population, efter --')
    .requiredOption('--out <file>', 'filen som jobben skrivs i')
    .requiredOption('--image <image>', 'en behållaravbild där npx genrep går, i denna version')
    .addOption(new Option('--shards <n>', 'antal delar, en maskin för varje').default(8).argParser(count(1)))
    .option(
      '--claim <name>',
      'den PersistentVolumeClaim (ReadWriteMany) som befolkningen läggs på',
      'population',
    )
    .option('--json', 'skriv utfallet som JSON på standard ut')
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep generate jobs --shards 8 --image registry.example/genrep:0.1.0 --out jobs.yaml -- --seed 1',
    )
    .action(async (population: readonly string[], options: JobsOptions) => {
      const { writeJobs } = await import('../../actions/generate/jobs.ts');
      await writeJobs(population, options);
    });
