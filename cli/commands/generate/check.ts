import { availableParallelism } from 'node:os';
import { Command, Option } from 'commander';
import type { CheckOptions } from '../../actions/generate/check.ts';
import { count, shardOption } from '../options.ts';
import { modulesOption, regionOption, testNumbersOption } from './options.ts';

export const checkCommand = (): Command =>
  new Command('check')
    .summary(
      'läser tillbaka en befolkning och granskar varje rad · read a population back and check every line',
    )
    .description(
      'Läser varje rad i en befolkning och säger, i ord och som en HTML-sida med bilder, om allt som ska hålla gör det. ' +
        'Slutkod 1, med fil och rad, när något inte gör det.',
    )
    .argument('<folder>', 'mappen från generate population')
    .option('--out <file>', 'HTML-sidan (annars check.html i mappen)')
    .addOption(
      new Option('--workers <number>', 'trådar; antalet ändrar inte ett utfall')
        .default(availableParallelism(), 'en per kärna')
        .argParser(count(1)),
    )
    .addOption(shardOption().conflicts('collect'))
    .addOption(
      new Option(
        '--collect <n>',
        'läser inga rader utan lägger ihop kvittona av n delar som har granskats med --shard',
      ).argParser(count(1)),
    )
    .addOption(regionOption())
    .addOption(modulesOption())
    .addOption(testNumbersOption())
    .option('--json', 'skriv utfallet som JSON på standard ut')
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep generate check population\n' +
        '  npx genrep generate check population --shard 3/8   # en av åtta maskiner\n  npx genrep generate check population --collect 8',
    )
    .action(async (folder: string, options: CheckOptions) => {
      const { checkFolder } = await import('../../actions/generate/check.ts');
      await checkFolder(folder, options);
    });
